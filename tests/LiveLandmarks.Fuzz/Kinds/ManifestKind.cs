using LiveLandmarks.Models;
using OpenCvSharp;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>Manifests, placed beside their models.</summary>
internal sealed class ManifestKind() : InputKind("manifest")
{
    private static readonly string[] Models = ["face-detector", "face-lite"];

    private Mat? picture;

    public override IReadOnlyList<Seed> Seeds() =>
        [.. Models.Select(name => Seed.Text(".json", File.ReadAllText(Path.Combine(Tests.Repository.Models, $"{name}.json"))))];

    public override void Try(string path)
    {
        picture ??= Prepare();
        var place = Place(path, "manifest.json");
        var catalog = ModelCatalog.Open(Folder.Path);
        var manifest = catalog.Entries[0].Manifest;
        if (manifest.Kind == ModelKind.Detector)
            NetworkRun.Detect(ModelFile.Open(place), picture);
        else
            NetworkRun.Locate(ModelFile.Open(place), picture, new FaceBox(10, 10, 30, 30, 1));
    }

    public override void Dispose()
    {
        picture?.Dispose();
        base.Dispose();
    }

    private Mat Prepare()
    {
        foreach (var name in Models)
            File.Copy(Path.Combine(Tests.Repository.Models, $"{name}.onnx"), Folder.File($"{name}.onnx"));
        return TestPicture.Make(64, 48);
    }
}
