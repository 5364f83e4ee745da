using System.Numerics;

namespace LiveLandmarks.Training.Data.Heads;

/// <summary>
/// An eye of the face model, with an eyeball of a person's size: the model's own are 30 mm wide. Its front is where the front of the
/// model's is. The model's expressions do not move eyeballs; here they can be turned.
/// </summary>
internal sealed class ModelEye
{
    private readonly int right, left, lower, upper, back;

    /// <summary>Finds the vertices that tell the middle and the radius.</summary>
    /// <param name="model">The model.</param>
    /// <param name="side"><c>left</c> or <c>right</c>, the person's own.</param>
    public ModelEye(FaceModel model, string side)
    {
        var part = model.Part($"eyeball_{side}");
        int[] vertices = [.. Enumerable.Range(part.Start.Value, part.End.Value - part.Start.Value)];
        (right, left) = (vertices.MinBy(vertex => model.NeutralAt(vertex).X), vertices.MaxBy(vertex => model.NeutralAt(vertex).X));
        (lower, upper) = (vertices.MinBy(vertex => model.NeutralAt(vertex).Y), vertices.MaxBy(vertex => model.NeutralAt(vertex).Y));
        back = vertices.MinBy(vertex => model.NeutralAt(vertex).Z);
    }

    /// <summary>The vertices.</summary>
    public IEnumerable<int> Vertices => [right, left, lower, upper, back];

    /// <summary>Radius of the eyeball, centimeters; 0 for the model's own.</summary>
    public float Radius { get; init; } = 1.2f;

    /// <summary>Where the pupil is, in the model's axes, centimeters.</summary>
    /// <param name="at">The position of each of <see cref="Vertices"/>.</param>
    /// <param name="direction">Where the eye looks, a unit vector.</param>
    public Vector3 Pupil(Func<int, Vector3> at, Vector3 direction)
    {
        var (fromRight, toLeft) = (at(right), at(left));
        var own = (toLeft.X - fromRight.X) / 2;
        var radius = Radius > 0 ? Radius : own;
        // The cornea makes the ball deeper than wide, so its depth is counted from the back.
        var front = at(back).Z + 2 * own;
        var center = new Vector3((fromRight.X + toLeft.X) / 2, (at(lower).Y + at(upper).Y) / 2, front - radius);
        return center + radius * direction;
    }

    /// <summary>The direction in which an eye looks, in the model's axes.</summary>
    /// <param name="yaw">How far the eye is turned to the person's left, degrees.</param>
    /// <param name="pitch">How far it is turned up, degrees.</param>
    public static Vector3 Direction(float yaw, float pitch)
    {
        var (sineYaw, cosineYaw) = MathF.SinCos(float.DegreesToRadians(yaw));
        var (sinePitch, cosinePitch) = MathF.SinCos(float.DegreesToRadians(pitch));
        return new Vector3(sineYaw * cosinePitch, sinePitch, cosineYaw * cosinePitch);
    }
}
