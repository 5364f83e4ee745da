using System.Numerics;

namespace LiveLandmarks.Pose;

/// <summary>
/// One Gauss-Newton step: the move of a pose that brings its projected points nearest to the landmarks, with a linearized projection.
/// Collects the normal equations point by point. Not thread-safe.
/// </summary>
internal sealed class PoseStep
{
    private const int Unknowns = 6;

    // If a pivot falls below this share of its original value, the points do not determine the move.
    private const double MinPivot = 1e-9;

    private readonly double[,] normal = new double[Unknowns, Unknowns];
    private readonly double[] right = new double[Unknowns];
    private readonly double[] slope = new double[Unknowns];

    /// <summary>The rotation about an axis by the axis's length in radians.</summary>
    /// <param name="turn">Axis times angle in radians.</param>
    public static Quaternion Rotation(Vector3 turn)
    {
        var angle = turn.Length();
        return angle > 1e-9f ? Quaternion.CreateFromAxisAngle(turn / angle, angle) : Quaternion.Identity;
    }

    /// <summary>Removes all points.</summary>
    public void Clear()
    {
        Array.Clear(normal);
        Array.Clear(right);
    }

    /// <summary>Adds a point.</summary>
    /// <param name="pose">The pose to move.</param>
    /// <param name="point">The point's current position in the camera's space, in front of the camera.</param>
    /// <param name="pull">Offset from the projected point to its landmark, in image pixels.</param>
    /// <param name="weight">Weight of the point, at least 0.</param>
    public void Add(in HeadPose pose, Vector3 point, Vector2 pull, float weight)
    {
        var arm = point - pose.Translation;
        var (k, m) = (point.X / point.Z, point.Y / point.Z);
        AddRow(pose.Camera.Fx / point.Z, -k * arm.Y, arm.Z + k * arm.X, -arm.Y, 1, 0, -k, pull.X, weight);
        AddRow(pose.Camera.Fy / point.Z, -arm.Z - m * arm.Y, m * arm.X, arm.X, 0, 1, -m, pull.Y, weight);
    }

    /// <summary>The move; null if the points do not determine one.</summary>
    public PoseMove? Solve()
    {
        // Cholesky decomposition in the lower triangle, then forward and backward substitution.
        for (var i = 0; i < Unknowns; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = normal[i, j];
                for (var k = 0; k < j; k++)
                    rest -= normal[i, k] * normal[j, k];
                if (i > j)
                    normal[i, j] = rest / normal[j, j];
                else if (rest > MinPivot * normal[i, i])
                    normal[i, i] = Math.Sqrt(rest);
                else
                    return null;
            }
        }
        for (var i = 0; i < Unknowns; i++)
        {
            for (var k = 0; k < i; k++)
                right[i] -= normal[i, k] * right[k];
            right[i] /= normal[i, i];
        }
        for (var i = Unknowns - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < Unknowns; k++)
                right[i] -= normal[k, i] * right[k];
            right[i] /= normal[i, i];
        }
        return new PoseMove(
            new Vector3((float)right[0], (float)right[1], (float)right[2]),
            new Vector3((float)right[3], (float)right[4], (float)right[5]));
    }

    private void AddRow(float scale, float turnX, float turnY, float turnZ, float shiftX, float shiftY, float shiftZ, float pull,
        float weight)
    {
        (slope[0], slope[1], slope[2]) = (scale * turnX, scale * turnY, scale * turnZ);
        (slope[3], slope[4], slope[5]) = (scale * shiftX, scale * shiftY, scale * shiftZ);
        for (var i = 0; i < Unknowns; i++)
        {
            right[i] += weight * slope[i] * pull;
            for (var j = 0; j <= i; j++)
                normal[i, j] += weight * slope[i] * slope[j];
        }
    }
}

/// <summary>A small change of a pose.</summary>
/// <param name="Turn">Rotation about the head's origin in the camera's axes: axis times angle in radians.</param>
/// <param name="Shift">Shift in the camera's space, in centimeters.</param>
internal readonly record struct PoseMove(Vector3 Turn, Vector3 Shift)
{
    /// <summary>The pose after the change.</summary>
    /// <param name="pose">The pose before.</param>
    public HeadPose Apply(HeadPose pose) => pose with
    {
        Rotation = Quaternion.Normalize(PoseStep.Rotation(Turn) * pose.Rotation),
        Translation = pose.Translation + Shift,
    };
}
