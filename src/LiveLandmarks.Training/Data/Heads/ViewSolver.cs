using System.Numerics;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data.Heads;

/// <summary>Computes the view of a known head.</summary>
internal static class ViewSolver
{
    private const float MaxTurn = 0.5f;

    /// <summary>Estimates a view from the affine camera that fits best.</summary>
    /// <param name="places">Points of the head.</param>
    /// <param name="points">The same points in the picture, in pixels.</param>
    /// <returns>The view; null if the points do not determine it.</returns>
    public static HeadView? First(ReadOnlySpan<Vector3> places, ReadOnlySpan<Landmark> points)
    {
        using var known = new Mat(places.Length, 4, MatType.CV_64FC1);
        using var seen = new Mat(places.Length, 2, MatType.CV_64FC1);
        for (var i = 0; i < places.Length; i++)
        {
            var (x, y, z) = (places[i].X, places[i].Y, places[i].Z);
            known.Set<double>(i, 0, x);
            known.Set<double>(i, 1, y);
            known.Set<double>(i, 2, z);
            known.Set<double>(i, 3, 1);
            seen.Set<double>(i, 0, points[i].X);
            seen.Set<double>(i, 1, -points[i].Y);
        }
        using var camera = new Mat();
        if (!Cv2.Solve(known, seen, camera, DecompTypes.SVD))
            return null;
        var (right, up) = (Axis(0), Axis(1));
        var scale = (right.Length() + up.Length()) / 2;
        if (!(right.Length() > 1e-3f * scale && up.Length() > 1e-3f * scale))
            return null;
        right = Vector3.Normalize(right);
        up = Vector3.Normalize(up);

        // Both axes move by the same angle until they are perpendicular.
        var between = Vector3.Normalize(right + up);
        var across = Vector3.Cross(Vector3.Normalize(Vector3.Cross(right, up)), between);
        (right, up) = ((between - across) * MathF.Sqrt(0.5f), (between + across) * MathF.Sqrt(0.5f));
        return float.IsFinite(right.X + up.X) ? HeadView.Of(right, up, Vector3.Cross(right, up), scale, Value(3, 0), -Value(3, 1)) : null;

        Vector3 Axis(int column) => new(Value(0, column), Value(1, column), Value(2, column));
        float Value(int row, int column) => (float)camera.At<double>(row, column);
    }

    /// <summary>Changes a view a little.</summary>
    /// <param name="view">The view.</param>
    /// <param name="step">Rotation about the camera's axes in radians, growth as a share, shift rightward and upward in
    /// centimeters.</param>
    public static HeadView Move(HeadView view, ReadOnlySpan<float> step)
    {
        var (right, up, near) = view.Axes;
        var axis = new Vector3(step[0], step[1], step[2]);
        var angle = MathF.Min(axis.Length(), MaxTurn);
        if (angle > 0)
        {
            // The axes are the rows of a matrix, whose columns are rotated.
            var turn = Quaternion.CreateFromAxisAngle(Vector3.Normalize(axis), angle);
            var (x, y, z) = (
                Vector3.Transform(new Vector3(right.X, up.X, near.X), turn),
                Vector3.Transform(new Vector3(right.Y, up.Y, near.Y), turn),
                Vector3.Transform(new Vector3(right.Z, up.Z, near.Z), turn));
            (right, up, near) = (new Vector3(x.X, y.X, z.X), new Vector3(x.Y, y.Y, z.Y), new Vector3(x.Z, y.Z, z.Z));
        }
        return HeadView.Of(right, up, near, view.Scale * Math.Clamp(1 + step[3], 0.5f, 2), view.X + view.Scale * step[4],
            view.Y - view.Scale * step[5]);
    }
}
