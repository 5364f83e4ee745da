using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>Files of training options.</summary>
internal sealed class TrainingOptionsKind() : InputKind("training-options")
{
    public override IReadOnlyList<Seed> Seeds() =>
        [.. TrainingPresets.Names.Select(name => Seed.Text(".json", TrainingPresets.Load(name).ToJson()))];

    public override void Try(string path) => TrainingPresets.Load(path);
}
