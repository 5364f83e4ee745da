namespace LiveLandmarks.Training.Tests.Commands;

/// <summary>A drawn data set, a preset of a tiny network, and a training of a few steps; the program makes data set and training.</summary>
public sealed class TrainedRun : IAsyncLifetime, IDisposable
{
    private const string TinyPreset = """
        {
          "name": "tiny",
          "network": { "width": 16, "stacks": 1, "depth": 1 },
          "optimizer": { "kind": "adam-w", "learningRate": 1e-3 },
          "schedule": { "kind": "cosine", "warmUpSteps": 2 },
          "batchSize": 1,
          "steps": 6,
          "averaging": 0.5
        }
        """;

    private readonly TempFolder folder = new();

    /// <summary>Folder of the data set: 8 faces for training, 3 for testing.</summary>
    public string Data => folder.File("data");

    /// <summary>File of the preset.</summary>
    public string Preset => folder.File("tiny.json");

    /// <summary>Folder of the training: 6 steps, a checkpoint every 3 steps.</summary>
    public string Folder => folder.File("run");

    public string Best => Path.Combine(Folder, "best.ckpt");

    internal CommandRun Training { get; private set; } = null!;

    /// <summary>The arguments that train the tiny network.</summary>
    public string[] Train(string output, params string[] more) =>
        ["train", Data, "--out", output, "--preset", Preset, "--validate", "2", .. more];

    public async Task InitializeAsync()
    {
        folder.Write("tiny.json", TinyPreset);
        (await CommandRun.Of("synth", Data, "--train", "8", "--test", "3")).ShouldSucceed();
        Training = await CommandRun.Of(Train(Folder, "--checkpoint-every", "3"));
        Training.ShouldSucceed();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();
}
