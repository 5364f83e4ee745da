using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace LiveLandmarks.Tests.Models;

/// <summary>A linear expression model: each movement is a constant plus a factor times one of the features.</summary>
/// <param name="Movements">The movements, with constant, feature and factor.</param>
internal sealed record TinyExpression(params (Blendshape Shape, float Constant, int Feature, float Factor)[] Movements)
{
    private const int Float = 1;

    public string Name { get; init; } = "tiny-movements";

    /// <summary>Number of values that the graph itself expects; 0 for as many as the manifest says.</summary>
    public int GraphInputs { get; init; }

    /// <summary>The features that it reports as yaw and pitch of the gaze; none for a model without gaze.</summary>
    public int[] Gaze { get; init; } = [];

    private int Features => Gaze.Length > 0 ? 140 : 138;

    private int Outputs => Movements.Length + Gaze.Length;

    /// <summary>Movements with the same strengths for every face.</summary>
    public static TinyExpression Constant(params (Blendshape Shape, float Strength)[] movements) =>
        new([.. movements.Select(movement => (movement.Shape, movement.Strength, 0, 0f))]);

    /// <summary>The manifest, before it is written.</summary>
    public JsonObject Manifest() => new()
    {
        ["name"] = Name,
        ["kind"] = "expression",
        ["file"] = $"{Name}.onnx",
        ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Graph())),
        ["scheme"] = "ibug68",
        ["movements"] = new JsonArray([.. Movements.Select(movement => (JsonNode)Kebab(movement.Shape))]),
        ["gaze"] = Gaze.Length > 0,
        ["input"] = new JsonObject { ["name"] = "face", ["size"] = Features, ["color"] = "none", ["scale"] = 1 },
        ["output"] = new JsonObject { ["name"] = "movements", ["channels"] = Outputs, ["size"] = 1 },
        ["minimumScore"] = 0,
        ["license"] = "made by a test",
        ["trainingData"] = "none",
        ["parametersInMillions"] = 0,
        ["accuracy"] = new JsonArray(),
    };

    /// <summary>Writes model and manifest.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="change">Changes the manifest first.</param>
    /// <returns>The manifest's path.</returns>
    public string WriteTo(string folder, Action<JsonObject>? change = null)
    {
        var manifest = Manifest();
        change?.Invoke(manifest);
        File.WriteAllBytes(Path.Combine(folder, $"{Name}.onnx"), Graph());
        var path = Path.Combine(folder, $"{Name}.json");
        File.WriteAllText(path, manifest.ToJsonString());
        return path;
    }

    private static string Kebab(Blendshape shape) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(shape.ToString());

    private byte[] Graph()
    {
        var inputs = GraphInputs > 0 ? GraphInputs : Features;
        var weights = new float[Outputs * inputs];
        for (var i = 0; i < Movements.Length; i++)
            weights[i * inputs + Movements[i].Feature] = Movements[i].Factor;
        for (var i = 0; i < Gaze.Length; i++)
            weights[(Movements.Length + i) * inputs + Gaze[i]] = 1;
        var gemm = Onnx.Message(
            (1, Text("face")), (1, Text("weights")), (1, Text("constants")), (2, Text("movements")), (4, Text("Gemm")),
            (5, Onnx.Message((1, Text("transB")), (3, 1), (20, 2))));
        var graph = Onnx.Message(
            (1, gemm), (2, Text("tiny")), (5, Tensor("weights", weights, Outputs, inputs)),
            (5, Tensor("constants", [.. Movements.Select(movement => movement.Constant), .. Gaze.Select(_ => 0f)], Outputs)),
            (11, Value("face", inputs)), (12, Value("movements", Outputs)));
        return Onnx.Message((1, 8), (7, graph), (8, Onnx.Message((2, 17))));
    }

    private static byte[] Tensor(string name, float[] values, params int[] shape) => Onnx.Message(
        [.. shape.Select(size => (1, (object)size)), (2, Float), (8, Text(name)), (9, MemoryMarshal.AsBytes<float>(values).ToArray())]);

    /// <summary>Floats [N, size].</summary>
    private static byte[] Value(string name, int size)
    {
        var shape = Onnx.Message((1, Onnx.Message((2, Text("N")))), (1, Onnx.Message((1, size))));
        return Onnx.Message((1, Text(name)), (2, Onnx.Message((1, Onnx.Message((1, Float), (2, shape))))));
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
