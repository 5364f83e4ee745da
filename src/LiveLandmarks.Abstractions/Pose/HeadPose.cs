using System.Numerics;

namespace LiveLandmarks;

/// <summary>
/// Where a head is and which way it faces. For the conventions, with a picture, see docs/guides/head-pose.md; in short:
/// <list type="bullet">
/// <item>The camera's axes are OpenCV's: x right, y down, z forward, right-handed, centimeters.</item>
/// <item>The head's axes (<see cref="HeadModel"/>) are x to the person's left, y to the chin, z to the back of the head, right-handed,
/// centimeters, origin between the eyes. The axes of a head that faces the camera squarely equal the camera's axes: no rotation.</item>
/// <item>A point p of the head is at Rotation · p + Translation in the camera's space.</item>
/// <item>Yaw is positive when the person turns to their left, pitch when they look up, roll when they lean to their left shoulder
/// (clockwise on the screen): right-handed turns about the person's up, right and back, as in OpenXR.</item>
/// <item>The roll is applied first, then the pitch, then the yaw, each about the camera's fixed axis; in the person's terms: turn, then
/// nod, then lean.</item>
/// </list>
/// Left and right are the person's own, in a picture that is not mirrored.
/// </summary>
/// <example>
/// <code>
/// using System.Numerics;
/// using LiveLandmarks;
///
/// if (FaceLandmarker.Detect("me.jpg") is [{ Pose: { Confidence: &gt; 0.5f } pose }, ..])
/// {
///     Console.WriteLine($"yaw {pose.Yaw:0}°, pitch {pose.Pitch:0}°, roll {pose.Roll:0}°, {pose.Translation.Z:0} cm away");
///     Vector2 tenCentimetersAhead = pose.Project(HeadModel.NoseTip - 10 * Vector3.UnitZ);
///     Console.WriteLine($"the nose points to {tenCentimetersAhead}");
/// }
/// </code>
/// </example>
/// <param name="Rotation">Unit quaternion from the head's axes to the camera's.</param>
/// <param name="Translation">The point between the eyes in the camera's space, in centimeters for a head of average size.</param>
/// <param name="Camera">The camera that was assumed.</param>
/// <param name="Confidence">0 to 1; low when the landmarks are uncertain or do not fit a head.</param>
/// <param name="Error">Root mean square distance in image pixels between the landmarks used and the projected points of the head.</param>
public readonly record struct HeadPose(Quaternion Rotation, Vector3 Translation, CameraIntrinsics Camera, float Confidence, float Error)
{
    /// <summary>Degrees, −180 to 180; positive when the person turns to their left.</summary>
    public float Yaw
    {
        get
        {
            var back = Turn(Vector3.UnitZ);
            return float.RadiansToDegrees(MathF.Atan2(-back.X, back.Z));
        }
    }

    /// <summary>Degrees, −90 to 90; positive when the person looks up.</summary>
    public float Pitch => float.RadiansToDegrees(MathF.Asin(Math.Clamp(Turn(Vector3.UnitZ).Y, -1, 1)));

    /// <summary>Degrees, −180 to 180; positive when the person leans to their left shoulder, clockwise on the screen.</summary>
    public float Roll => float.RadiansToDegrees(MathF.Atan2(Turn(Vector3.UnitX).Y, Turn(Vector3.UnitY).Y));

    /// <summary>
    /// Degrees between the direction in which the face points and the direction from the face to the camera, 0 to 180: 0 faces straight
    /// into the lens. Unlike yaw and pitch, which refer to the camera's axes, it does not depend on where in the picture the face is.
    /// </summary>
    public float AngleToCamera =>
        float.RadiansToDegrees(MathF.Acos(Math.Clamp(Vector3.Dot(Turn(Vector3.UnitZ), Vector3.Normalize(Translation)), -1, 1)));

    /// <summary>
    /// From the head's space to the camera's, in the convention of System.Numerics: <c>Vector3.Transform(point, ModelToCamera)</c>. Its
    /// rows are the columns of OpenCV's matrices, so M41, M42, M43 are the translation; the JSON lines contain the transpose.
    /// </summary>
    public Matrix4x4 ModelToCamera => Matrix4x4.CreateFromQuaternion(Rotation) with { Translation = Translation };

    /// <summary>The rotation with the given angles.</summary>
    /// <param name="yaw">Degrees, positive to the person's left.</param>
    /// <param name="pitch">Degrees, positive upwards.</param>
    /// <param name="roll">Degrees, positive to the person's left shoulder.</param>
    public static Quaternion RotationOf(float yaw, float pitch, float roll)
    {
        var turn = Quaternion.CreateFromYawPitchRoll(
            float.DegreesToRadians(yaw), float.DegreesToRadians(pitch), float.DegreesToRadians(roll));
        // From axes that point right, up and back (as the person sees it) to axes left, down and back: half a turn about the last axis.
        return turn with { X = -turn.X, Y = -turn.Y };
    }

    /// <summary>Where a point of the head is in the camera's space, centimeters.</summary>
    /// <param name="point">In the head's space, centimeters.</param>
    public Vector3 ToCamera(Vector3 point) => Turn(point) + Translation;

    /// <summary>Where the camera sees a point of the head, image pixels; meaningless for points behind the camera.</summary>
    /// <param name="point">In the head's space, centimeters.</param>
    public Vector2 Project(Vector3 point) => Camera.Project(ToCamera(point));

    private Vector3 Turn(Vector3 direction) => Vector3.Transform(direction, Rotation);
}
