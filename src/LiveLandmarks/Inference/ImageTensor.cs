using LiveLandmarks.Models;
using OpenCvSharp;

namespace LiveLandmarks.Inference;

/// <summary>Turns interleaved 8-bit pictures into the planes of floats that networks expect.</summary>
internal sealed class ImageTensor
{
    private readonly float[] table = new float[256];
    private readonly bool swapsRedAndBlue;
    private readonly int size;

    public ImageTensor(ModelInput input)
    {
        size = input.Size;
        swapsRedAndBlue = input.Colour == "RGB";
        for (var i = 0; i < table.Length; i++)
            table[i] = i * input.Scale;
    }

    /// <summary>Number of floats of one picture.</summary>
    public int Length => 3 * size * size;

    /// <summary>Writes a picture into its place in a batch.</summary>
    /// <param name="picture">BGR, 8 bits, of the network's input size.</param>
    /// <param name="target"><see cref="Length"/> floats.</param>
    public unsafe void Write(Mat picture, Span<float> target)
    {
        var plane = size * size;
        fixed (float* values = table)
        fixed (float* first = target)
        {
            var red = first + (swapsRedAndBlue ? 0 : 2 * plane);
            var green = first + plane;
            var blue = first + (swapsRedAndBlue ? 2 * plane : 0);
            for (var y = 0; y < size; y++)
            {
                var pixel = (byte*)picture.Ptr(y);
                for (var x = 0; x < size; x++, pixel += 3)
                {
                    *blue++ = values[pixel[0]];
                    *green++ = values[pixel[1]];
                    *red++ = values[pixel[2]];
                }
            }
        }
    }
}
