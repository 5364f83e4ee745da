using System.Numerics;

namespace LiveLandmarks.Expression;

/// <summary>
/// What an expression network sees of a face: 68 landmarks relative to the head, in centimeters of an average head, without the roll in the
/// picture; and how the head is turned. The trainer and the library both use it, so a network sees the same in both.
/// </summary>
public static class ExpressionFeatures
{
    /// <summary>Number of values: x and y of 68 landmarks, then yaw and pitch.</summary>
    public const int Count = Angles + 2;

    /// <summary>Index of the yaw; the pitch follows. Before them are x and y of each landmark in turn.</summary>
    public const int Angles = 2 * Landmarks;

    private const int Landmarks = 68;

    // Landmarks and angles are scaled to about 1.
    private const float Centimeters = 5, Degrees = 30;

    /// <summary>Writes the values of a face.</summary>
    /// <param name="points">68 landmarks in the order of iBUG, image pixels.</param>
    /// <param name="pose">The head's pose, from <see cref="Pose.HeadPoseSolver"/>.</param>
    /// <param name="features"><see cref="Count"/> values.</param>
    public static void Write(ReadOnlySpan<Landmark> points, in HeadPose pose, Span<float> features)
    {
        var origin = pose.Project(Vector3.Zero);
        var (sine, cosine) = MathF.SinCos(float.DegreesToRadians(pose.Roll));
        var scale = pose.Translation.Z / (pose.Camera.Fx * Centimeters);
        for (var i = 0; i < Landmarks; i++)
        {
            var (x, y) = (points[i].X - origin.X, points[i].Y - origin.Y);
            features[2 * i] = scale * (cosine * x + sine * y);
            features[2 * i + 1] = scale * (cosine * y - sine * x);
        }
        features[Angles] = pose.Yaw / Degrees;
        features[Angles + 1] = pose.Pitch / Degrees;
    }
}
