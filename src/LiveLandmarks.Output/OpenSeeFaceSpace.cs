using System.Numerics;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Pose;

namespace LiveLandmarks.Output;

/// <summary>
/// A head pose as OpenSeeFace's tracker states it, which is unlike any other. Its camera's axes are down, to the right and forward, as its
/// pixels are (row, column), and its head's are to the person's right, up and to the front, with the tip of the nose as origin. Both are
/// left-handed, and it solves for a head behind the camera, whose image is upside down: a face that looks into the lens is turned by half a
/// turn about the diagonal of the first two axes, not at all turned, and receivers count from there. Its quaternions are those of the
/// inverse rotation.
/// </summary>
internal static class OpenSeeFaceSpace
{
    /// <summary>Centimeters of an average head in a unit of OpenSeeFace's: its outer eye corners are 0.6318 apart.</summary>
    public const float Unit = HeadModel.InterOcularDistance / 0.6318f;

    private const float Half = 0.70710678f;

    private static readonly Quaternion Facing = new(Half, Half, 0, 0);

    private static readonly Vector3[] Depths = [.. LandmarkMap.Between(LandmarkScheme.Ibug68, LandmarkScheme.OpenSeeFace66).Sources
        .Select(shares => shares.Aggregate(Vector3.Zero, (sum, share) => sum + share.Weight * AverageFace.Ibug68[share.Landmark]))];

    /// <summary>The quaternion, x y z w; without jumps of sign while the face is seen.</summary>
    public static Quaternion Rotation(in HeadPose pose)
    {
        var turn = pose.Rotation.W < 0 ? -pose.Rotation : pose.Rotation;
        return Quaternion.Conjugate(turn) * Facing;
    }

    /// <summary>The angles of an RQ decomposition in degrees: 180 (less when looking up), 0 (more when turned to the person's left), 90
    /// (less when leaning to it).</summary>
    public static Vector3 Angles(in HeadPose pose)
    {
        var turn = pose.ModelToCamera;
        return new Vector3(
            Degrees(-turn.M23, -turn.M33),
            Degrees(turn.M13, MathF.Sqrt(turn.M23 * turn.M23 + turn.M33 * turn.M33)),
            Degrees(turn.M11, turn.M12));
    }

    /// <summary>Where the tip of the nose is: up, to the left of the picture and towards the camera from it, so the last is below
    /// 0.</summary>
    public static Vector3 Translation(in HeadPose pose)
    {
        var tip = pose.ToCamera(HeadModel.NoseTip);
        return new Vector3(-tip.Y, -tip.X, -tip.Z) / Unit;
    }

    /// <summary>
    /// A landmark in the head's space: where the ray through it passes at the depth at which an average face has it. As sent: to the
    /// person's right, down and back.
    /// </summary>
    /// <param name="pose">The head.</param>
    /// <param name="seen">Image pixels.</param>
    /// <param name="landmark">Index among the 66.</param>
    public static Vector3 Point(in HeadPose pose, Vector2 seen, int landmark) => PointAt(pose, seen, Depths[landmark]);

    /// <summary>Likewise for a point between two landmarks, such as the pupil between the corners of the eye.</summary>
    public static Vector3 PointBetween(in HeadPose pose, Vector2 seen, int one, int other) =>
        PointAt(pose, seen, (Depths[one] + Depths[other]) / 2);

    private static Vector3 PointAt(in HeadPose pose, Vector2 seen, Vector3 usual)
    {
        var depth = pose.ToCamera(usual).Z;
        var place = new Vector3((seen.X - pose.Camera.Cx) / pose.Camera.Fx * depth,
            (seen.Y - pose.Camera.Cy) / pose.Camera.Fy * depth, depth);
        var point = (Vector3.Transform(place - pose.Translation, Quaternion.Conjugate(pose.Rotation)) - HeadModel.NoseTip) / Unit;
        return new Vector3(-point.X, point.Y, point.Z);
    }

    private static float Degrees(float sine, float cosine) => float.RadiansToDegrees(MathF.Atan2(sine, cosine));
}
