namespace LiveLandmarks.Evaluation;

/// <summary>How well one face of a test set was found.</summary>
/// <param name="Name">The picture's file name.</param>
/// <param name="Nme">The face's NME as a share (0.05 is 5 %); null if the face was missed.</param>
/// <param name="Subsets">Names of the subsets of the test set that the face belongs to.</param>
public sealed record FaceError(string Name, double? Nme, IReadOnlyList<string> Subsets)
{
    /// <summary>The distribution of the errors of some faces.</summary>
    /// <exception cref="ArgumentException">There are no faces.</exception>
    public static ErrorDistribution DistributionOf(IReadOnlyCollection<FaceError> faces) =>
        new(faces.Select(face => face.Nme).OfType<double>(), faces.Count(face => face.Nme is null));
}
