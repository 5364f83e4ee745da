using System.Numerics;

namespace LiveLandmarks.Overlays.Meshes;

/// <summary>
/// The landmarks of an average face seen from the front, in the plane of <see cref="HeadModel"/>'s x and y, centimeters. Eyes and nose are
/// the model's points; jaw, brows and lips were drawn by eye. It is used to find out which landmarks are neighbors;
/// <see cref="Pose.AverageFace"/> lacks the 98 points.
/// </summary>
internal static class FlatFace
{
    // The person's right half; the left half mirrors it.
    private static readonly Vector2[] Jaw =
        [new(-7.3f, 0.3f), new(-7.2f, 2.2f), new(-6.9f, 4.1f), new(-6.5f, 6), new(-5.7f, 7.8f), new(-4.6f, 9.4f), new(-3.3f, 10.7f),
            new(-1.8f, 11.7f), new(0, 12)];

    private static readonly Vector2[] Brow =
        [new(-6.2f, -1.6f), new(-5.2f, -2.6f), new(-3.9f, -2.9f), new(-2.6f, -2.6f), new(-1.4f, -2.1f)];
    private static readonly Vector2[] LowerBrow = [new(-1.5f, -1.7f), new(-2.6f, -2.1f), new(-3.9f, -2.3f), new(-5.2f, -2)];
    private static readonly Vector2[] Eye =
        [new(-4.46f, -0.09f), new(-3.6f, -0.6f), new(-2.6f, -0.6f), new(-1.84f, 0.09f), new(-2.6f, 0.5f), new(-3.6f, 0.5f)];
    private static readonly Vector2[] OuterLips = [new(-2.6f, 7.2f), new(-1.7f, 6.7f), new(-0.7f, 6.4f), new(0, 6.55f)];
    private static readonly Vector2[] LowerOuterLips = [new(0, 8.4f), new(-0.7f, 8.35f), new(-1.7f, 8)];
    private static readonly Vector2[] InnerLips = [new(-2.3f, 7.2f), new(-0.8f, 6.95f), new(0, 7)];
    private static readonly Vector2[] LowerInnerLips = [new(0, 7.45f), new(-0.8f, 7.4f)];

    /// <summary>The landmarks of a scheme; null if they are not known.</summary>
    /// <param name="scheme">The scheme.</param>
    public static Vector2[]? Of(LandmarkScheme scheme)
    {
        if (scheme == LandmarkScheme.Ibug68)
            return [.. Across(Jaw), .. Brow, .. Mirrored(Brow), .. Nose(), .. Eye, .. MirroredEye(Eye), .. Lips()];
        if (scheme != LandmarkScheme.Wflw98)
            return null;
        Vector2[] brow = [.. Brow, .. LowerBrow];
        Vector2[] eye = [Eye[0], Eye[1], (Eye[1] + Eye[2]) / 2 - new Vector2(0, 0.1f), Eye[2], Eye[3], Eye[4],
            (Eye[4] + Eye[5]) / 2 + new Vector2(0, 0.1f), Eye[5]];
        Vector2[] pupils = [new(-3.15f, 0), new(3.15f, 0)];
        // The left brow starts at the inner end of its upper edge and returns along the lower edge.
        return [.. Denser(Across(Jaw)), .. brow, .. Mirrored(Brow), .. Mirrored(LowerBrow), .. Nose(), .. eye, .. MirroredEye(eye),
            .. Lips(), .. pupils];
    }

    private static Vector2 Flat(Vector3 point) => new(point.X, point.Y);

    private static Vector2 Mirror(Vector2 point) => point with { X = -point.X };

    private static Vector2[] Mirrored(Vector2[] points) => [.. points.Reverse().Select(Mirror)];

    /// <summary>Points from the right end to the left end; the last point of the half is the middle.</summary>
    private static Vector2[] Across(Vector2[] half) => [.. half, .. Mirrored(half).Skip(1)];

    /// <summary>Mirrors an eye. Both eyes start at their right corner, follow the upper lid to the left and the lower lid back.</summary>
    private static Vector2[] MirroredEye(Vector2[] eye)
    {
        var lid = eye.Length / 2 + 1;
        return [.. Mirrored(eye[..lid]), .. Mirrored(eye[lid..])];
    }

    private static Vector2[] Nose() =>
    [
        Flat(HeadModel.NoseBridge), Flat(HeadModel.UpperNose), Flat(HeadModel.LowerNose), Flat(HeadModel.NoseTip),
        .. Across([Mirror(Flat(HeadModel.LeftNostril)), Mirror(Flat(HeadModel.LeftNostrilInner)), Flat(HeadModel.NoseBase)]),
    ];

    private static Vector2[] Lips() =>
    [
        .. Across(OuterLips), .. Mirrored(LowerOuterLips)[..2], .. LowerOuterLips,
        .. Across(InnerLips), .. Mirrored(LowerInnerLips)[..1], .. LowerInnerLips,
    ];

    private static Vector2[] Denser(Vector2[] points) =>
        [.. points.SkipLast(1).Zip(points.Skip(1), (a, b) => new[] { a, (a + b) / 2 }).SelectMany(pair => pair), points[^1]];
}
