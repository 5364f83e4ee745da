using LiveLandmarks.Evaluation;
using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Evaluation;

/// <summary>An annotated face, and the landmarks that a network found in it.</summary>
/// <param name="Truth">The annotated face.</param>
/// <param name="Crop">The square that the network saw, or would have seen for a missed face.</param>
/// <param name="Found">One landmark per scheme entry, image pixels; null for a missed face.</param>
internal sealed record MeasuredFace(AnnotatedFace Truth, FaceCrop Crop, Landmark[]? Found)
{
    /// <summary>NME of the annotated landmarks as a share, normalized as the scheme defines; null for a missed face.</summary>
    public double? Nme { get; } = Found is null ? null : NormalizedMeanError.Of(Found, Truth.Points, Truth.NormalizingLength);

    /// <summary>The picture's file name.</summary>
    public string Name => Path.GetFileName(Truth.ImagePath);

    /// <summary>The error, for reports.</summary>
    public FaceError Error => new(Name, Nme, Truth.Subsets);
}
