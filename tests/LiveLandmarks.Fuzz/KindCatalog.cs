using LiveLandmarks.Fuzz.Kinds;

namespace LiveLandmarks.Fuzz;

/// <summary>The kinds of input that there are.</summary>
internal static class KindCatalog
{
    private static readonly Dictionary<string, Func<InputKind>> Makers = new()
    {
        ["picture"] = () => new PictureKind(),
        ["clip"] = () => new ClipKind(),
        ["manifest"] = () => new ManifestKind(),
        ["onnx"] = () => new OnnxKind(),
        ["pth"] = () => new TorchKind(),
        ["checkpoint"] = () => new CheckpointKind(),
        ["pts"] = () => new PtsKind(),
        ["csv"] = () => new CsvKind(),
        ["hdf5"] = () => new Hdf5Kind(),
        ["mat"] = () => new MatKind(),
        ["obj"] = () => new MeshKind(),
        ["overlay-options"] = () => new OverlayOptionsKind(),
        ["training-options"] = () => new TrainingOptionsKind(),
        ["websocket"] = () => new WebSocketKind(),
        ["plug-in"] = () => new PlugInKind(),
        ["matroska"] = () => new MatroskaKind(),
    };

    // Not tried unless they are named: they show that the harness finds what it is for.
    private static readonly Dictionary<string, Func<InputKind>> Proofs = new()
    {
        [ProvingKind.KindName] = () => new ProvingKind(),
        [HangingKind.KindName] = () => new HangingKind(),
        [LosingKind.KindName] = () => new LosingKind(),
    };

    /// <summary>The names of those that are tried unless a user names others.</summary>
    public static IEnumerable<string> Names => Makers.Keys;

    /// <summary>Whether there is a kind of a name.</summary>
    public static bool Knows(string name) => Makers.ContainsKey(name) || Proofs.ContainsKey(name);

    /// <summary>Makes a kind.</summary>
    public static InputKind Make(string name) => (Proofs.GetValueOrDefault(name) ?? Makers[name])();
}
