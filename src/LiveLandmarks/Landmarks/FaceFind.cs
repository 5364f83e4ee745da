namespace LiveLandmarks.Landmarks;

/// <summary>What may be a face, and what the network says to it.</summary>
/// <param name="Face">The landmarks to report.</param>
/// <param name="Upright">The landmarks found in the crop that rolls with the face: their score tells best whether it is one.</param>
/// <param name="IsSure">Whether the score alone is proof enough.</param>
internal sealed record FaceFind(FaceLandmarks Face, FaceLandmarks Upright, bool IsSure)
{
    /// <summary>Whether a place lies within the landmarks.</summary>
    public bool Holds(float x, float y)
    {
        var bounds = Upright.Bounds;
        return x >= bounds.X && y >= bounds.Y && x <= bounds.X + bounds.Width && y <= bounds.Y + bounds.Height;
    }
}
