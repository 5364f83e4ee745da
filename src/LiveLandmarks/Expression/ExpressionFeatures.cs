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

    /// <summary>Number of values with the pupil of the right eye, which are x and y after the others.</summary>
    public const int CountWithPupil = Count + 2;

    /// <summary>Index of the yaw; the pitch follows. Before them are x and y of each landmark in turn.</summary>
    public const int Angles = 2 * Landmarks;

    /// <summary>Centimeters of a landmark's unit.</summary>
    public const float Centimeters = 5;

    /// <summary>Degrees of an angle's unit; also that of the gaze that a network finds.</summary>
    public const float Degrees = 30;

    private const int Landmarks = 68;

    /// <summary>Writes the values of a face.</summary>
    /// <param name="points">68 landmarks in the order of iBUG, image pixels.</param>
    /// <param name="pose">The head's pose, from <see cref="Pose.HeadPoseSolver"/>.</param>
    /// <param name="features"><see cref="Count"/> values.</param>
    public static void Write(ReadOnlySpan<Landmark> points, in HeadPose pose, Span<float> features) =>
        Write(points, [], pose, features);

    /// <summary>Writes the values of a face and a pupil.</summary>
    /// <param name="points">68 landmarks in the order of iBUG, image pixels.</param>
    /// <param name="pupil">The pupil, image pixels.</param>
    /// <param name="pose">The head's pose, from <see cref="Pose.HeadPoseSolver"/>.</param>
    /// <param name="features"><see cref="CountWithPupil"/> values.</param>
    public static void Write(ReadOnlySpan<Landmark> points, Landmark pupil, in HeadPose pose, Span<float> features) =>
        Write(points, [pupil], pose, features);

    /// <summary>The values of the face in a mirror: a left eye looks like a right one.</summary>
    /// <param name="features"><see cref="CountWithPupil"/> values.</param>
    /// <param name="mirrored">The same number, written.</param>
    public static void Mirror(ReadOnlySpan<float> features, Span<float> mirrored)
    {
        for (var i = 0; i < Landmarks; i++)
        {
            var other = 2 * LandmarkScheme.Ibug68.Mirror[i];
            (mirrored[2 * i], mirrored[2 * i + 1]) = (-features[other], features[other + 1]);
        }
        (mirrored[Angles], mirrored[Angles + 1]) = (-features[Angles], features[Angles + 1]);
        (mirrored[Count], mirrored[Count + 1]) = (-features[Count], features[Count + 1]);
    }

    private static void Write(ReadOnlySpan<Landmark> points, ReadOnlySpan<Landmark> pupil, in HeadPose pose, Span<float> features)
    {
        var origin = pose.Project(Vector3.Zero);
        var (sine, cosine) = MathF.SinCos(float.DegreesToRadians(pose.Roll));
        var scale = pose.Translation.Z / (pose.Camera.Fx * Centimeters);
        Place(points[..Landmarks], features);
        Place(pupil, features[Count..]);
        features[Angles] = pose.Yaw / Degrees;
        features[Angles + 1] = pose.Pitch / Degrees;

        void Place(ReadOnlySpan<Landmark> from, Span<float> to)
        {
            for (var i = 0; i < from.Length; i++)
            {
                var (x, y) = (from[i].X - origin.X, from[i].Y - origin.Y);
                to[2 * i] = scale * (cosine * x + sine * y);
                to[2 * i + 1] = scale * (cosine * y - sine * x);
            }
        }
    }
}
