using System.Numerics;

namespace LiveLandmarks.Expression;

/// <summary>The eyes and the mouth of a scheme; left and right are the person's own.</summary>
/// <param name="RightEye">The right eye, by its lids.</param>
/// <param name="LeftEye">The left eye, by its lids.</param>
/// <param name="Mouth">The mouth, by the inner edges of the lips.</param>
public sealed record FaceApertures(Aperture RightEye, Aperture LeftEye, Aperture Mouth)
{
    // The midpoint of the eye corners of HeadModel, as far forward as the lids; and the point where the lips of the same mesh meet.
    private static readonly Vector3 LeftEyePlace = new(3.15f, 0, -0.3f);
    private static readonly Vector3 MouthPlace = new(0, 6.9f, -2.4f);

    // Perpendicular to the line through the eye's corners, 13 degrees to the side.
    private static readonly Vector3 LeftEyeOutwards = new(0.223f, 0, -0.975f);

    private static readonly FaceApertures OfIbug = new(
        RightEyeOf(36, 39, (37, 41), (38, 40)),
        LeftEyeOf(42, 45, (43, 47), (44, 46)),
        MouthOf(60, 64, (61, 67), (62, 66), (63, 65)));

    private static readonly Dictionary<LandmarkScheme, FaceApertures> Known = new()
    {
        [LandmarkScheme.Ibug68] = OfIbug,
        [LandmarkScheme.Ibug70] = OfIbug,
        [LandmarkScheme.Wflw98] = new(
            RightEyeOf(60, 64, (61, 67), (62, 66), (63, 65)),
            LeftEyeOf(68, 72, (69, 75), (70, 74), (71, 73)),
            MouthOf(88, 92, (89, 95), (90, 94), (91, 93))),
        [LandmarkScheme.Cofw29] = new(RightEyeOf(8, 10, (12, 13)), LeftEyeOf(11, 9, (14, 15)), MouthOf(22, 23, (25, 26))),
    };

    /// <summary>The apertures of a scheme; null if it does not trace the lids.</summary>
    public static FaceApertures? Of(LandmarkScheme scheme) => Known.GetValueOrDefault(scheme);

    private static Aperture RightEyeOf(int outer, int inner, params (int, int)[] lids) =>
        new(outer, inner, lids, LeftEyePlace with { X = -LeftEyePlace.X }, LeftEyeOutwards with { X = -LeftEyeOutwards.X });

    private static Aperture LeftEyeOf(int inner, int outer, params (int, int)[] lids) =>
        new(inner, outer, lids, LeftEyePlace, LeftEyeOutwards);

    private static Aperture MouthOf(int right, int left, params (int, int)[] lips) => new(right, left, lips, MouthPlace, -Vector3.UnitZ);
}
