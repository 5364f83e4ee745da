using System.Numerics;

namespace LiveLandmarks.Expression;

/// <summary>An eye or the mouth: two corners, and pairs of landmarks that face each other across the gap.</summary>
/// <param name="RightCorner">Index of the corner on the person's right.</param>
/// <param name="LeftCorner">Index of the corner on the person's left.</param>
/// <param name="Pairs">Indices of landmarks on the upper and the lower edge.</param>
/// <param name="Place">Center of the aperture on the average head, in centimeters.</param>
/// <param name="Outwards">The direction that it faces: a horizontal unit vector in the head's space.</param>
public sealed record Aperture(int RightCorner, int LeftCorner, (int Upper, int Lower)[] Pairs, Vector3 Place, Vector3 Outwards)
{
    private const float CoveredShare = 0.65f;
    private const float SeenShare = 0.9f;

    /// <summary>
    /// Measures the gap, corrected for the turn of the head: image lengths are mapped back to the plane through <see cref="Place"/> that
    /// faces <see cref="Outwards"/>, with the derivative of the projection there.
    /// </summary>
    /// <param name="points">Landmarks of the scheme, image pixels.</param>
    /// <param name="clearPeak">The height that peaks of this face reach where the face is visible.</param>
    /// <param name="pose">Pose of the head.</param>
    public ApertureSize Measure(ReadOnlySpan<Landmark> points, float clearPeak, in HeadPose pose)
    {
        var center = pose.ToCamera(Place);
        var across = Derivative(pose, center, new Vector3(-Outwards.Z, 0, Outwards.X));
        var down = Derivative(pose, center, Vector3.UnitY);
        var area = across.X * down.Y - across.Y * down.X;

        var corners = Between(points[RightCorner], points[LeftCorner]);
        var width = MathF.Abs(corners.X * down.Y - corners.Y * down.X) / MathF.Abs(area);
        float height = 0, sureness = points[RightCorner].Confidence + points[LeftCorner].Confidence;
        foreach (var (upper, lower) in Pairs)
        {
            var gap = Between(points[upper], points[lower]);
            height += MathF.Max(0, (across.X * gap.Y - across.Y * gap.X) / area) / Pairs.Length;
            sureness += points[upper].Confidence + points[lower].Confidence;
        }

        return new ApertureSize(width, height, Facing(pose, Place, Outwards), InView(sureness / (2 + 2 * Pairs.Length), clearPeak));
    }

    /// <summary>The mean gap divided by the width, both as they appear in the picture: for faces with unknown pose.</summary>
    /// <param name="points">Landmarks of the scheme, image pixels.</param>
    public float AspectInPicture(ReadOnlySpan<Landmark> points)
    {
        var corners = Between(points[RightCorner], points[LeftCorner]);
        var gaps = 0f;
        foreach (var (upper, lower) in Pairs)
        {
            var gap = Between(points[upper], points[lower]);
            gaps += MathF.Max(0, corners.X * gap.Y - corners.Y * gap.X);
        }
        return gaps / Pairs.Length / corners.LengthSquared();
    }

    /// <summary>
    /// The mean peak, reduced the more it falls below the other peaks of the same face. A network that was trained on covered faces guesses
    /// what is behind a hand, with lower peaks: 55 to 75 % of the others' (face-standard; docs/adr/0020-height-of-covered-peaks.md).
    /// </summary>
    internal static float InView(float peak, float clearPeak) =>
        peak * Math.Clamp((peak / clearPeak - CoveredShare) / (SeenShare - CoveredShare), 0, 1);

    /// <summary>Cosine of the angle between the direction that a part faces and the direction from it to the camera.</summary>
    /// <param name="pose">Pose of the head.</param>
    /// <param name="place">The part's center in the head's space, in centimeters.</param>
    /// <param name="outwards">The direction that it faces, a unit vector in the head's space.</param>
    internal static float Facing(in HeadPose pose, Vector3 place, Vector3 outwards) =>
        Vector3.Dot(Vector3.Transform(outwards, pose.Rotation), -Vector3.Normalize(pose.ToCamera(place)));

    private static Vector2 Between(Landmark from, Landmark to) => new(to.X - from.X, to.Y - from.Y);

    /// <summary>Image pixels per centimeter along an axis of the head.</summary>
    private static Vector2 Derivative(in HeadPose pose, Vector3 at, Vector3 axis)
    {
        var way = Vector3.Transform(axis, pose.Rotation);
        return new Vector2(
            pose.Camera.Fx * (way.X - way.Z * at.X / at.Z) / at.Z,
            pose.Camera.Fy * (way.Y - way.Z * at.Y / at.Z) / at.Z);
    }
}
