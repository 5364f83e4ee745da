namespace LiveLandmarks.Landmarks;

/// <summary>A possible face, and the network's judgment of it.</summary>
/// <param name="Face">The landmarks to report.</param>
/// <param name="Upright">The landmarks found in the crop that rolls with the face; their score best shows whether it is a face.</param>
/// <param name="IsSure">Whether the score alone is sufficient proof.</param>
internal sealed record FaceCandidate(FaceLandmarks Face, FaceLandmarks Upright, bool IsSure)
{
    /// <summary>Whether a point lies within the bounds of the landmarks.</summary>
    public bool Holds(float x, float y)
    {
        var bounds = Upright.Bounds;
        return x >= bounds.X && y >= bounds.Y && x <= bounds.X + bounds.Width && y <= bounds.Y + bounds.Height;
    }
}
