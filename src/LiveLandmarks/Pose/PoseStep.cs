using System.Numerics;

namespace LiveLandmarks.Pose;

/// <summary>
/// One step of Gauss and Newton: the move of a pose that brings its points nearest to where they are seen, as far as a
/// linear projection tells. Collects the normal equations point by point. Not thread-safe.
/// </summary>
internal sealed class PoseStep
{
    private const int Unknowns = 6;

    // A pivot below this share of what it was before says that the points leave something open.
    private const double LeastPivot = 1e-9;

    private readonly double[,] normal = new double[Unknowns, Unknowns];
    private readonly double[] right = new double[Unknowns];
    private readonly double[] slope = new double[Unknowns];

    /// <summary>The rotation about an axis by its length in radians.</summary>
    /// <param name="turn">Axis times radians.</param>
    public static Quaternion Rotation(Vector3 turn)
    {
        var angle = turn.Length();
        return angle > 1e-9f ? Quaternion.CreateFromAxisAngle(turn / angle, angle) : Quaternion.Identity;
    }

    /// <summary>Forgets the points.</summary>
    public void Clear()
    {
        Array.Clear(normal);
        Array.Clear(right);
    }

    /// <summary>Takes a point.</summary>
    /// <param name="pose">The pose to be moved.</param>
    /// <param name="point">Where the point is in the camera's space now, before the camera.</param>
    /// <param name="pull">How far off it is seen, image pixels.</param>
    /// <param name="weight">How much it counts, at least 0.</param>
    public void Add(in HeadPose pose, Vector3 point, Vector2 pull, float weight)
    {
        var arm = point - pose.Translation;
        var (k, m) = (point.X / point.Z, point.Y / point.Z);
        AddRow(pose.Camera.Fx / point.Z, -k * arm.Y, arm.Z + k * arm.X, -arm.Y, 1, 0, -k, pull.X, weight);
        AddRow(pose.Camera.Fy / point.Z, -arm.Z - m * arm.Y, m * arm.X, arm.X, 0, 1, -m, pull.Y, weight);
    }

    /// <summary>The move; null where the points do not determine one.</summary>
    public PoseMove? Solve()
    {
        // Cholesky's decomposition in the lower triangle, then forwards and backwards through it.
        for (var i = 0; i < Unknowns; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var rest = normal[i, j];
                for (var k = 0; k < j; k++)
                    rest -= normal[i, k] * normal[j, k];
                if (i > j)
                    normal[i, j] = rest / normal[j, j];
                else if (rest > LeastPivot * normal[i, i])
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
