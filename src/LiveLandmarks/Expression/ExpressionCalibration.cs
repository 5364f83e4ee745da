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

    /// <summary>Strength that a movement seems to have when the face rests, 0 to 1.</summary>
    public float Rest(Blendshape movement) => rests[(int)movement];

    /// <summary>Strength that a movement reaches when the person makes it fully, 0 to 1.</summary>
    public float Peak(Blendshape movement) => peaks[(int)movement];

    /// <summary>Reads a calibration that was saved.</summary>
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

    /// <summary>Writes the calibration as JSON: ARKit's names, each with rest and peak. An earlier file stays whole if this
    /// fails.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="OutputException">The file cannot be written.</exception>
    public void Save(string path)
    {
        var file = Movements.ToDictionary(
            named => named.Key, named => new[] { MathF.Round(Rest(named.Value), 4), MathF.Round(Peak(named.Value), 4) });
        var scratch = $"{path}.{Guid.NewGuid():n}";
        try
        {
            File.WriteAllText(scratch, JsonSerializer.Serialize(file, Format) + "\n");
            File.Move(scratch, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without its folder, a file cannot even be deleted.
            if (File.Exists(scratch))
                File.Delete(scratch);
            throw new OutputException($"{path}: the calibration cannot be written: {e.Message}", e);
        }
    }
}
