namespace LiveLandmarks.Training.Expressions;

/// <summary>How an expression network is trained.</summary>
internal sealed record ExpressionOptions
{
    /// <summary>Number of random faces to train on, for the movements; and of eyes, for the gaze.</summary>
    public int Faces { get; init; } = 600_000;

    /// <summary>Number of random people to measure on, who are not trained on; and of neutral ones.</summary>
    public int TestFaces { get; init; } = 10_000;

    /// <summary>How often each face is shown.</summary>
    public int Epochs { get; init; } = 24;

    /// <summary>Units of each hidden layer.</summary>
    public int Width { get; init; } = 256;

    /// <summary>Faces in one step.</summary>
    public int Batch { get; init; } = 512;

    /// <summary>Learning rate at the start; it falls to 0 along a cosine.</summary>
    public double LearningRate { get; init; } = 2e-3;

    /// <summary>Lowest correlation with the truth of a movement that the model reports.</summary>
    public double MinCorrelation { get; init; } = 0.5;

    /// <summary>Seed of faces and weights.</summary>
    public long Seed { get; init; } = 1;
}
