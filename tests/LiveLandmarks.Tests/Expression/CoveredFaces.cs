namespace LiveLandmarks.Tests.Expression;

/// <summary>Faces of which a part is covered.</summary>
internal static class CoveredFaces
{
    /// <summary>The face, whose landmarks are all clear but those of a part, which have the low peaks of guesses.</summary>
    /// <param name="face">The face.</param>
    /// <param name="part">The covered landmarks.</param>
    public static FaceLandmarks Covered(this FaceLandmarks face, Range part)
    {
        var (first, count) = part.GetOffsetAndLength(face.Points.Length);
        return face with
        {
            Points = [.. face.Points.Select((point, i) => point with { Confidence = i >= first && i < first + count ? 0.5f : 0.9f })],
        };
    }
}
