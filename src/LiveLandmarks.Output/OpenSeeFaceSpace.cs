using System.Numerics;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Pose;

namespace LiveLandmarks.Output;

/// <summary>
/// Converts a head pose to the unusual conventions of OpenSeeFace's tracker. Its camera's axes point down, right and forward, since its
/// pixels are (row, column). Its head's axes point to the person's right, up and to the front; the origin is the tip of the nose. Both are
/// left-handed. The tracker solves for a head behind the camera, whose image is upside down. A face that looks into the lens therefore has
/// a rotation by half a turn about the diagonal of the first two axes instead of no rotation, and receivers measure from there. Its
/// quaternions are those of the inverse rotation.
/// </summary>
internal static class OpenSeeFaceSpace
{
    /// <summary>Centimeters per unit of OpenSeeFace on an average head, whose outer eye corners are 0.6318 units apart.</summary>
    public const float Unit = HeadModel.InterOcularDistance / 0.6318f;

    private const float Half = 0.70710678f;

    private static readonly Quaternion Facing = new(Half, Half, 0, 0);

    private static readonly Vector3[] Depths = [.. LandmarkMap.Between(LandmarkScheme.Ibug68, LandmarkScheme.OpenSeeFace66).Sources
        .Select(shares => shares.Aggregate(Vector3.Zero, (sum, share) => sum + share.Weight * AverageFace.Ibug68[share.Landmark]))];

    /// <summary>The quaternion, x y z w; its sign does not jump while the face is seen.</summary>
    public static Quaternion Rotation(in HeadPose pose)
    {
        var turn = pose.Rotation.W < 0 ? -pose.Rotation : pose.Rotation;
        return Quaternion.Conjugate(turn) * Facing;
    }

    /// <summary>The angles of an RQ decomposition in degrees: 180 (less when looking up), 0 (more when turned to the person's left), 90
    /// (less when leaning to the person's left).</summary>
    public static Vector3 Angles(in HeadPose pose)
    {
        var turn = pose.ModelToCamera;
        return new Vector3(
            Degrees(-turn.M23, -turn.M33),
            Degrees(turn.M13, MathF.Sqrt(turn.M23 * turn.M23 + turn.M33 * turn.M33)),
            Degrees(turn.M11, turn.M12));
    }

    /// <summary>The position of the tip of the nose relative to the camera: upwards, to the left of the picture, and backwards, so the last
    /// is below 0.</summary>
    public static Vector3 Translation(in HeadPose pose)
    {
        var tip = pose.ToCamera(HeadModel.NoseTip);
        return new Vector3(-tip.Y, -tip.X, -tip.Z) / Unit;
    }

    /// <summary>
    /// A landmark in the head's space: the point on the ray through it, at the depth that the landmark has on an average face. The axes are
    /// those that are sent: to the person's right, down and back.
    /// </summary>
    /// <param name="pose">The head.</param>
    /// <param name="seen">Image pixels.</param>
    /// <param name="landmark">Index among the 66.</param>
    public static Vector3 Point(in HeadPose pose, Vector2 seen, int landmark) => PointAt(pose, seen, Depths[landmark]);

    /// <summary>The same for a point between two landmarks, such as the pupil between the corners of the eye.</summary>
    public static Vector3 PointBetween(in HeadPose pose, Vector2 seen, int one, int other) =>
        PointAt(pose, seen, (Depths[one] + Depths[other]) / 2);

    private static Vector3 PointAt(in HeadPose pose, Vector2 seen, Vector3 usual)
    {
        var place = pose.Camera.Unproject(seen, pose.ToCamera(usual).Z);
        var point = (Vector3.Transform(place - pose.Translation, Quaternion.Conjugate(pose.Rotation)) - HeadModel.NoseTip) / Unit;
        return new Vector3(-point.X, point.Y, point.Z);
    }

    private static float Degrees(float sine, float cosine) => float.RadiansToDegrees(MathF.Atan2(sine, cosine));
}
