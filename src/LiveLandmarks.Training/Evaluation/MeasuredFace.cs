using LiveLandmarks.Evaluation;
using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Evaluation;

/// <summary>An annotated face, and what a network found of it.</summary>
/// <param name="Truth">The annotated face.</param>
/// <param name="Crop">The square that the network saw, or, of a missed face, would have seen.</param>
/// <param name="Found">One landmark per scheme entry, image pixels; null where the face was missed.</param>
internal sealed record MeasuredFace(AnnotatedFace Truth, FaceCrop Crop, Landmark[]? Found)
{
    /// <summary>NME as a share, normalized as the scheme says, of the landmarks that are there; null where the face was missed.</summary>
    public double? Nme { get; } = Found is null ? null : NormalizedMeanError.Of(Found, Truth.Points, Truth.NormalizingLength);

    /// <summary>The picture's file name.</summary>
    public string Name => Path.GetFileName(Truth.ImagePath);

    /// <summary>The error, for reports.</summary>
    public FaceError Error => new(Name, Nme, Truth.Subsets);
}
