using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace LiveLandmarks.Training.Data.Heads;

/// <summary>The arrays of a face model, as stored in its folder.</summary>
/// <param name="Description">Sizes and names.</param>
/// <param name="Neutral">[V, 3]: the neutral head.</param>
/// <param name="Identity">[I, V, 3]: identity modes.</param>
/// <param name="Expression">[E, V, 3]: expressions.</param>
/// <param name="Triangles">[T, 3]: vertices of the triangles.</param>
internal sealed record FaceModelArrays(
    FaceModelDescription Description, float[] Neutral, float[] Identity, float[] Expression, int[] Triangles)
{
    private const string Layout = "a face model's folder holds model.json, neutral.f32, identity.f16, expression.f16 and triangles.i32";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads a folder.</summary>
    /// <exception cref="InputException">A file is missing or damaged; the message names it.</exception>
    public static FaceModelArrays Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new InputException($"{folder}: no such folder; {Layout}.");
        var path = Path.Combine(folder, "model.json");
        var description = Describe(path, Bytes(path));
        var head = 3 * description.Vertices;
        var triangles = Numbers<int>(folder, "triangles.i32", 3L * description.Triangles);
        if (Array.Exists(triangles, vertex => vertex < 0 || vertex >= description.Vertices))
            throw new InputException($"{Path.Combine(folder, "triangles.i32")}: names a vertex that does not exist.");
        return new FaceModelArrays(
            description,
            Finite(folder, "neutral.f32", Numbers<float>(folder, "neutral.f32", head)),
            Halves(folder, "identity.f16", (long)description.Identities * head),
            Halves(folder, "expression.f16", (long)description.Expressions.Count * head),
            triangles);
    }

    private static FaceModelDescription Describe(string path, byte[] json)
    {
        try
        {
            var description = JsonSerializer.Deserialize<FaceModelDescription>(json, Json) ?? throw new InputException($"{path}: empty.");
            return description.Flaw() is { } flaw ? throw new InputException($"{path}: {flaw}.") : description;
        }
        catch (JsonException e)
        {
            throw new InputException($"{path}: not the description of a face model: {e.Message}", e);
        }
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message} ({Layout})", e);
        }
    }

    private static T[] Numbers<T>(string folder, string name, long count)
        where T : unmanaged
    {
        var path = Path.Combine(folder, name);
        var bytes = Bytes(path);
        var expected = count * Marshal.SizeOf<T>();
        return bytes.Length == expected
            ? MemoryMarshal.Cast<byte, T>(bytes).ToArray()
            : throw new InputException($"{path}: {bytes.Length} bytes instead of the {expected} that model.json requires.");
    }

    private static float[] Halves(string folder, string name, long count)
    {
        var halves = MemoryMarshal.Cast<ushort, Half>(Numbers<ushort>(folder, name, count));
        var numbers = new float[halves.Length];
        TensorPrimitives.ConvertToSingle(halves, numbers);
        return Finite(folder, name, numbers);
    }

    private static float[] Finite(string folder, string name, float[] numbers) =>
        float.IsFinite(TensorPrimitives.Sum<float>(numbers))
            ? numbers
            : throw new InputException($"{Path.Combine(folder, name)}: holds a number that is not finite.");
}
