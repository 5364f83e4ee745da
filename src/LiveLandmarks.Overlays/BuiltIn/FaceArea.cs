namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>The area of a picture that a face covers, including the forehead.</summary>
internal static class FaceArea
{
    // The hairline is about as far above the eyes as the chin is below them; landmarks end at the brows.
    private const float Forehead = 0.8f;

    /// <summary>The box around a tracked face's raw and smoothed landmarks and its forehead, in image pixels.</summary>
    public static FaceBox Of(TrackedFace face) => Of(face.Raw).Join(Of(face.Landmarks));

    private static FaceBox Of(FaceLandmarks face)
    {
        var (right, left) = (face.Points[face.Scheme.OuterEyeCorners.Right], face.Points[face.Scheme.OuterEyeCorners.Left]);
        var bounds = face.Bounds;
        // The direction to the forehead is perpendicular to the line between the eyes, away from the middle of the landmarks.
        var (upX, upY) = (left.Y - right.Y, right.X - left.X);
        var length = MathF.Sqrt(upX * upX + upY * upY);
        if (length == 0)
            return bounds.Grow(Forehead);
        var reach = Forehead * MathF.Max(face.InterOcularDistance, bounds.Size() / 2) / length;
        return bounds.Join(FaceBox.Around([
            right with { X = right.X + reach * upX, Y = right.Y + reach * upY },
            left with { X = left.X + reach * upX, Y = left.Y + reach * upY },
        ]));
    }
}
