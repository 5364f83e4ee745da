using System.Numerics;

namespace LiveLandmarks.Training.Data.Heads;

/// <summary>The view of a head by a distant camera: the head is turned about its up axis (yaw), then about the camera's x axis (pitch),
/// then in the picture (roll).</summary>
/// <param name="Yaw">Radians, positive when it turns to the right of the picture.</param>
/// <param name="Pitch">Radians, positive when it looks up.</param>
/// <param name="Roll">Radians, positive when it leans counter-clockwise on the screen.</param>
/// <param name="Scale">Pixels per centimeter.</param>
/// <param name="X">Position of the model's origin, in pixels from the left.</param>
/// <param name="Y">Position of the model's origin, in pixels from the top.</param>
public readonly record struct HeadView(float Yaw, float Pitch, float Roll, float Scale, float X, float Y)
{
    /// <summary>The rotation from the model's axes to the camera's (x right, y up, z to the camera), as rows of a matrix.</summary>
    internal (Vector3 Right, Vector3 Up, Vector3 Near) Axes
    {
        get
        {
            var (sineYaw, cosineYaw) = MathF.SinCos(Yaw);
            var (sinePitch, cosinePitch) = MathF.SinCos(Pitch);
            var (sineRoll, cosineRoll) = MathF.SinCos(Roll);
            var right = new Vector3(cosineYaw, 0, sineYaw);
            var up = new Vector3(-sinePitch * sineYaw, cosinePitch, sinePitch * cosineYaw);
            var near = new Vector3(-cosinePitch * sineYaw, -sinePitch, cosinePitch * cosineYaw);
            return (cosineRoll * right - sineRoll * up, sineRoll * right + cosineRoll * up, near);
        }
    }

    /// <summary>The view with these axes.</summary>
    internal static HeadView Of(Vector3 right, Vector3 up, Vector3 near, float scale, float x, float y) => new(
        MathF.Atan2(-near.X, near.Z),
        MathF.Asin(Math.Clamp(-near.Y, -1, 1)),
        MathF.Atan2(-right.Y, up.Y),
        scale, x, y);

    /// <summary>The same view in a picture that was scaled, then shifted.</summary>
    internal HeadView In(float scale, float tx, float ty) => this with { Scale = scale * Scale, X = scale * X + tx, Y = scale * Y + ty };

    /// <summary>Projects a point of the head into the picture, in pixels.</summary>
    /// <param name="point">The point, in centimeters along the model's axes.</param>
    internal Landmark Project(Vector3 point)
    {
        var (right, up, _) = Axes;
        return new Landmark(X + Scale * Vector3.Dot(right, point), Y - Scale * Vector3.Dot(up, point), 1);
    }
}
