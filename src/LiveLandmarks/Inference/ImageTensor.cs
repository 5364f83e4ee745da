using System.Runtime.Intrinsics;
using LiveLandmarks.Models;
using OpenCvSharp;

namespace LiveLandmarks.Inference;

/// <summary>Converts interleaved 8-bit pictures to the planes of floats that networks expect.</summary>
public sealed class ImageTensor(ModelInput input)
{
    private const int Step = 16;

    // For each channel, the places of its values in each 16 of the 48 bytes of 16 pixels; a number beyond 15 gives 0.
    private static readonly Vector128<byte>[,] Places = MakePlaces();

    private readonly bool swapsRedAndBlue = input.Color == "RGB";
    private readonly int size = input.Size;
    private readonly float scale = input.Scale;

    /// <summary>Number of floats in one picture.</summary>
    public int Length => 3 * size * size;

    /// <summary>Writes a picture to its place in a batch.</summary>
    /// <param name="picture">BGR, 8 bits, of the network's input size.</param>
    /// <param name="target"><see cref="Length"/> floats.</param>
    public unsafe void Write(Mat picture, Span<float> target)
    {
        var plane = size * size;
        fixed (float* first = target[..Length])
        {
            for (var y = 0; y < size; y++)
            {
                var row = (byte*)picture.Ptr(y);
                var at = first + y * size;
                var x = 0;
                for (; x <= size - Step; x += Step)
                {
                    var (a, b, c) = (Vector128.Load(row + 3 * x), Vector128.Load(row + 3 * x + Step),
                        Vector128.Load(row + 3 * x + 2 * Step));
                    for (var channel = 0; channel < 3; channel++)
                    {
                        var bytes = Vector128.Shuffle(a, Places[channel, 0]) | Vector128.Shuffle(b, Places[channel, 1]) | Vector128.Shuffle(
                            c, Places[channel, 2]);
                        Store(bytes, at + PlaneOf(channel) * plane + x);
                    }
                }
                for (; x < size; x++)
                {
                    for (var channel = 0; channel < 3; channel++)
                        at[PlaneOf(channel) * plane + x] = row[3 * x + channel] * scale;
                }
            }
        }
    }

    private static Vector128<byte>[,] MakePlaces()
    {
        var places = new Vector128<byte>[3, 3];
        var indices = new byte[Step];
        for (var channel = 0; channel < 3; channel++)
        {
            for (var part = 0; part < 3; part++)
            {
                for (var i = 0; i < Step; i++)
                    indices[i] = 3 * i + channel - part * Step is >= 0 and < Step and var place ? (byte)place : byte.MaxValue;
                places[channel, part] = Vector128.Create(indices);
            }
        }
        return places;
    }

    private int PlaneOf(int channel) => swapsRedAndBlue ? 2 - channel : channel;

    private unsafe void Store(Vector128<byte> bytes, float* at)
    {
        var (low, high) = Vector128.Widen(bytes);
        Store(low, at);
        Store(high, at + Step / 2);
    }

    private unsafe void Store(Vector128<ushort> numbers, float* at)
    {
        var (low, high) = Vector128.Widen(numbers);
        (Vector128.ConvertToSingle(low.AsInt32()) * scale).Store(at);
        (Vector128.ConvertToSingle(high.AsInt32()) * scale).Store(at + Step / 4);
    }
}
