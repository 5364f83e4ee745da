namespace LiveLandmarks.Training.Training;

/// <summary>Where a training runs and which files it writes; nothing here changes the resulting weights.</summary>
public sealed record RunOptions
{
    /// <summary>Folder for <c>last.ckpt</c>, <c>best.ckpt</c>, <c>metrics.csv</c> and its curves; made if it is missing.</summary>
    public required string Folder { get; init; }

    /// <summary>Number of training pictures in an epoch.</summary>
    public required long Pictures { get; init; }

    /// <summary>Where to compute: <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>What a validation measures, for the curves: a share; lower is better.</summary>
    public string Figure { get; init; } = "NME";

    /// <summary>Steps between two reports.</summary>
    public int ReportEvery { get; init; } = 20;

    /// <summary>Steps between two checkpoints, and between two validations if there are any.</summary>
    public int CheckpointEvery { get; init; } = 500;

    /// <summary>The newest checkpoint.</summary>
    public string LastCheckpoint => Path.Combine(Folder, "last.ckpt");

    /// <summary>The checkpoint with the lowest validation figure, or, without validation, the lowest training loss between two
    /// checkpoints.</summary>
    public string BestCheckpoint => Path.Combine(Folder, "best.ckpt");

    /// <summary>The table of progress.</summary>
    public string Metrics => MetricsOf(Folder);

    /// <summary>The curves of the table: an SVG drawing, and a picture for viewers without SVG.</summary>
    public IReadOnlyList<string> Curves => [Path.Combine(Folder, "curves.svg"), Path.Combine(Folder, "curves.png")];

    /// <summary>The table of progress in a training's folder.</summary>
    public static string MetricsOf(string folder) => Path.Combine(folder, "metrics.csv");
}
