using System.Text.Json;

namespace LiveLandmarks.Expression;

/// <summary>What was learned about the movements of one person's face: how strong each seems at rest, and how strong it becomes.
/// Immutable.</summary>
public sealed class ExpressionCalibration
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly Dictionary<string, Blendshape> Movements = Enum.GetValues<Blendshape>().ToDictionary(Blendshapes.NameOf);

    private readonly float[] rests, peaks;

    internal ExpressionCalibration(ReadOnlySpan<float> rests, ReadOnlySpan<float> peaks) =>
        (this.rests, this.peaks) = (rests.ToArray(), peaks.ToArray());

    /// <summary>What is assumed of a person before anything is learned: rests of 0 and peaks of 1.</summary>
    public static ExpressionCalibration Unlearned { get; } =
        new(new float[Blendshapes.Count], [.. Enumerable.Repeat(1f, Blendshapes.Count)]);

    /// <summary>Strength that a movement seems to have when the face rests, 0 to 1.</summary>
    public float Rest(Blendshape movement) => rests[(int)movement];

    /// <summary>Strength that a movement reaches when the person makes it fully, 0 to 1.</summary>
    public float Peak(Blendshape movement) => peaks[(int)movement];

    /// <summary>Reads a file that <see cref="Write"/> filled.</summary>
    /// <param name="path">The JSON file.</param>
    /// <exception cref="InputException">The file cannot be read, or is not a calibration.</exception>
    public static ExpressionCalibration Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var file = JsonSerializer.Deserialize<Dictionary<string, float[]>>(stream, Format) ?? [];
            Span<float> rests = stackalloc float[Blendshapes.Count], peaks = stackalloc float[Blendshapes.Count];
            peaks.Fill(1);
            foreach (var (name, values) in file)
            {
                if (!Movements.TryGetValue(name, out var movement)
                    || values is not [>= 0 and < 1 and var rest, <= 1 and var peak] || !(peak > rest))
                    throw new InputException(
                        $"{path}: '{name}' must be one of ARKit's names, with two numbers from 0 to 1, the second larger; " +
                            "delete the file to start anew.");
                (rests[(int)movement], peaks[(int)movement]) = (rest, peak);
            }
            return new ExpressionCalibration(rests, peaks);
        }
        catch (JsonException e)
        {
            throw new InputException($"{path}: not a calibration: {e.Message} Delete the file to start anew.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: the calibration cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Writes the calibration as JSON: ARKit's names, each with rest and peak.</summary>
    /// <param name="stream">Receives UTF-8; not closed.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void Write(Stream stream) => JsonSerializer.Serialize(
        stream, Movements.ToDictionary(
            named => named.Key, named => new[] { MathF.Round(Rest(named.Value), 4), MathF.Round(Peak(named.Value), 4) }), Format);
}
