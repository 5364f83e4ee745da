using LiveLandmarks.Fuzz.Kinds;

namespace LiveLandmarks.Fuzz;

/// <summary>All kinds of input.</summary>
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

    // Tried only if named: they show that the harness detects faults.
    private static readonly Dictionary<string, Func<InputKind>> Proofs = new()
    {
        [ProvingKind.KindName] = () => new ProvingKind(),
        [HangingKind.KindName] = () => new HangingKind(),
        [LeakingKind.KindName] = () => new LeakingKind(),
    };

    /// <summary>The kinds that are tried by default.</summary>
    public static IEnumerable<string> Names => Makers.Keys;

    /// <summary>Whether a kind of this name exists.</summary>
    public static bool Knows(string name) => Makers.ContainsKey(name) || Proofs.ContainsKey(name);

    /// <summary>Creates a kind by its name.</summary>
    public static InputKind Make(string name) => (Proofs.GetValueOrDefault(name) ?? Makers[name])();
}
