namespace LiveLandmarks.Training.Data;

/// <summary>One face of a data set: its picture and its annotation.</summary>
public sealed record AnnotatedFace
{
    /// <summary>The picture's file.</summary>
    public required string ImagePath { get; init; }

    /// <summary>The scheme of the points.</summary>
    public required LandmarkScheme Scheme { get; init; }

    /// <summary>One landmark per scheme entry, image pixels counted from 0, confidence 1, or 0 for a missing landmark, such as the pupil of
    /// a shut eye. Landmarks may lie outside the picture.</summary>
    public required Landmark[] Points { get; init; }

    /// <summary>Whether each landmark is covered; empty if unknown.</summary>
    public IReadOnlyList<bool> Occluded { get; init; } = [];

    /// <summary>The face's box in image pixels, if the data set or a detector gives one.</summary>
    public FaceBox? Box { get; init; }

    /// <summary>Names of the parts of the data set that the face belongs to, such as <c>pose</c> or <c>challenging</c>.</summary>
    public IReadOnlyList<string> Subsets { get; init; } = [];

    /// <summary>Where the annotation comes from, for messages: file, and line or record.</summary>
    public required string Source { get; init; }

    /// <summary>The length that NME divides by for this face, in pixels.</summary>
    public float NormalizingLength => Scheme.Normalizer.Of(Points, Box);
}
