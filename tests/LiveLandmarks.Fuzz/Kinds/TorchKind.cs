using LiveLandmarks.Training.Import;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>PyTorch checkpoints, in both formats.</summary>
internal sealed class TorchKind() : InputKind("pth")
{
    public override IReadOnlyList<Seed> Seeds() =>
    [
        .. Directory.GetFiles(Path.Combine(Tests.Repository.Root, "tests", "LiveLandmarks.Training.Tests", "Import", "fixtures"), "*.pth")
            .Order(StringComparer.Ordinal).Select(path => new Seed(".pth", File.ReadAllBytes(path))),
    ];

    public override void Try(string path) => TorchCheckpoint.Read(path);
}
