using LiveLandmarks.Training.Tests.Training;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>The trainer's own checkpoints; most inputs have a valid checksum.</summary>
internal sealed class CheckpointKind() : InputKind("checkpoint")
{
    public override IReadOnlyList<Seed> Seeds()
    {
        var path = Folder.File("seed.ckpt");
        CheckpointFile.Save(path, new Checkpoint
        {
            Options = TrainingPresets.Load("cpu-lite"),
            Step = 7,
            Best = 0.25,
            Model = [new StoredTensor("weight", [2, 3], new[] { 0, -1.5f, 7, 3, 4, 5 }), new StoredTensor("count", [], new[] { 42L })],
            Average = [],
            Optimizer = [new StoredTensor("0.step", [], new[] { 7L })],
        });
        // The second seed has version 1 of the format.
        return [new Seed(".ckpt", File.ReadAllBytes(path)),
            new Seed(".ckpt", File.ReadAllBytes(
                Path.Combine(Repository.Root, "tests/LiveLandmarks.Training.Tests/Training/fixtures/version1.ckpt")))];
    }

    public override byte[] Mend(byte[] input, Random random)
    {
        if (random.Next(8) > 0)
            CheckpointChecksum.Mend(input);
        return input;
    }

    public override void Try(string path) => CheckpointFile.Load(path);
}
