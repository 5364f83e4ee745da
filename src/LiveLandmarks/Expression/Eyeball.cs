using System.Numerics;

namespace LiveLandmarks.Expression;

/// <summary>
/// The direction in which an eye looks, from the place of its pupil: the line of sight through the pupil meets a ball of 24 mm behind the
/// corners of the eye. The corners say where in the picture the ball is; the head pose says how far away, and which way it is turned. See
/// docs/guides/head-pose.md for what was measured.
/// </summary>
internal static class Eyeball
{
    /// <summary>Radius of an adult's eyeball, centimeters.</summary>
    private const float Radius = 1.2f;

    /// <summary>
    /// From the middle of the eye's corners to the middle of the ball, in the head's axes, centimeters: up, because the corners lie below
    /// the middle of the opening, and back. The first was fitted to half of 204 studio portraits of people who look into the lens.
    /// </summary>
    private static readonly Vector3 FromCorners = new(0, -0.36f, 0.3f);

    // A line of sight that misses the ball by more, as a share of its radius, belongs to another pupil.
    private const float LargestMiss = 1.25f;

    /// <summary>Measures an eye.</summary>
    /// <param name="eye">The eye.</param>
    /// <param name="points">Landmarks of its scheme, image pixels.</param>
    /// <param name="pupil">The pupil, image pixels.</param>
    /// <param name="pose">Where the head is.</param>
    /// <returns>Null if the pupil does not lie on the eyeball.</returns>
    public static GazeDirection? Gaze(Aperture eye, ReadOnlySpan<Landmark> points, Landmark pupil, in HeadPose pose)
    {
        // On the average head the middle of the corners is level with the origin.
        var corners = eye.Place with { Z = 0 };
        var (right, left, expected) = (points[eye.RightCorner], points[eye.LeftCorner], pose.ToCamera(corners));
        // The person's own corners, at the depth of the average head's.
        var seen = pose.Camera.Unproject(new Vector2((right.X + left.X) / 2, (right.Y + left.Y) / 2), expected.Z);
        var center = pose.ToCamera(corners + FromCorners) + seen - expected;

        var sight = Vector3.Normalize(pose.Camera.Unproject(new Vector2(pupil.X, pupil.Y), 1));
        var along = Vector3.Dot(sight, center);
        var miss = center.LengthSquared() - along * along;
        if (!(miss <= LargestMiss * LargestMiss * Radius * Radius))
            return null;
        var surface = sight * (along - MathF.Sqrt(MathF.Max(0, Radius * Radius - miss)));
        return new GazeDirection(Vector3.Normalize(surface - center));
    }
}
