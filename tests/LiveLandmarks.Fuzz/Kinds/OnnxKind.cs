using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LiveLandmarks.Models;
using OpenCvSharp;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>ONNX files, each with a manifest that has its checksum, as if the same person had made both.</summary>
internal sealed class OnnxKind() : InputKind("onnx")
{
    private const string Model = "face-detector";

    private readonly Mat picture = TestPicture.Make(64, 48);

    public override IReadOnlyList<Seed> Seeds() =>
        [new Seed(".onnx", File.ReadAllBytes(Path.Combine(Tests.Repository.Models, $"{Model}.onnx")))];

    public override void Try(string path)
    {
        var file = Place(path, $"{Model}.onnx");
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Tests.Repository.Models, $"{Model}.json")))!;
        json["sha256"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
        var manifest = Folder.File($"{Model}.json");
        File.WriteAllText(manifest, json.ToJsonString());
        NetworkRun.Detect(ModelFile.Open(manifest), picture);
    }

    public override void Dispose()
    {
        picture.Dispose();
        base.Dispose();
    }
}
