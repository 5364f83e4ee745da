using System.Runtime.InteropServices;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Data.Heads;

namespace LiveLandmarks.Training.Tests.Data.Heads;

public sealed class FaceModelTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_head_is_the_neutral_shape_plus_weighted_modes()
    {
        WriteSmall();
        var model = FaceModel.Read(folder.Path);
        Assert.Equal((3, 2), (model.VertexCount, model.IdentityCount));
        Assert.Equal(["smile"], model.Expressions);
        Assert.Equal(0..3, model.Part("face"));
        var vertices = new float[9];
        model.Shape(new HeadWeights([1, -2], [0.5f]), vertices);
        for (var i = 0; i < 9; i++)
            Assert.Equal(i + i * 0.5f - 2 * (i + 9) * 0.5f + 0.5f * i * 0.25f, vertices[i], 0.01f);
        Assert.Throws<ArgumentException>(() => model.Expression("frown"));
        Assert.Throws<ArgumentException>(() => model.Part("tail"));
    }

    [Fact]
    public void Missing_or_damaged_files_are_reported_by_name()
    {
        Fails("no such folder", folder.File("none"));
        Fails("model.json: cannot be read");
        WriteSmall();
        folder.Write("identity.f16", new byte[10]);
        Fails("identity.f16: 10 bytes instead of the 36");
        WriteSmall();
        folder.Write("triangles.i32", Bytes<int>([0, 1, 3]));
        Fails("triangles.i32: names a vertex that does not exist");
        WriteSmall();
        folder.Write("neutral.f32", Bytes([float.NaN, 0f, 0, 0, 0, 0, 0, 0, 0]));
        Fails("neutral.f32: holds a number that is not finite");
        folder.Write("model.json", "{");
        Fails("model.json: not the description of a face model");
        folder.Write("model.json", """{ "vertices": 3, "triangles": 1, "identities": 2 }""");
        Fails("model.json: expressions, ibug68 and parts are expected");
    }

    [FaceModelFact]
    public void The_shared_model_makes_heads_of_realistic_size()
    {
        var model = SharedModel.Heads;
        Assert.Equal((25047, 100, 53), (model.VertexCount, model.IdentityCount, model.Expressions.Count));
        var vertices = new float[3 * model.VertexCount];
        for (var i = 0; i < 5; i++)
        {
            model.Shape(HeadWeights.Draw(model, new SampleRandom(1, i)), vertices);
            var (right, left) = (3 * model.Ibug68[36], 3 * model.Ibug68[45]);
            Assert.InRange(vertices[left] - vertices[right], 7, 11);
        }
    }

    private static byte[] Bytes<T>(T[] numbers)
        where T : unmanaged => MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray();

    private void WriteSmall()
    {
        var landmarks = string.Join(',', Enumerable.Repeat(0, 68));
        folder.Write("model.json", $$"""
            { "vertices": 3, "triangles": 1, "identities": 2, "expressions": ["smile"],
              "ibug68": [{{landmarks}}], "parts": { "face": [0, 3] } }
            """);
        folder.Write("neutral.f32", Bytes<float>([.. Enumerable.Range(0, 9).Select(i => (float)i)]));
        folder.Write("identity.f16", Bytes<Half>([.. Enumerable.Range(0, 18).Select(i => (Half)(i * 0.5f))]));
        folder.Write("expression.f16", Bytes<Half>([.. Enumerable.Range(0, 9).Select(i => (Half)(i * 0.25f))]));
        folder.Write("triangles.i32", Bytes<int>([0, 1, 2]));
    }

    private void Fails(string message, string? path = null) =>
        Assert.Contains(message, Assert.Throws<InputException>(() => FaceModel.Read(path ?? folder.Path)).Message,
            StringComparison.Ordinal);
}
