using System.Numerics;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data.Heads;

/// <summary>
/// Finds the head that 68 landmarks show: identity, expression and view by regularized least squares (the Gauss-Newton method), where the
/// points of the jaw lie on the outline in the current view. Thread-safe.
/// </summary>
public sealed class FaceFitter
{
    private const int IdentityModes = 40, Rounds = 10, ViewRounds = 3, ViewParameters = 6;

    // Outer corners of the eyes.
    private const int RightCorner = 36, LeftCorner = 45;

    // Standard deviation of the expressions' weights before a fit; for identities it is 1 by the model's definition.
    private const float ExpressionSpread = 0.4f;

    // The largest weight of an identity mode.
    private const float MaxIdentity = 3;

    private readonly FaceModel model;
    private readonly JawLines jaw;
    private readonly FitBasis basis;

    /// <summary>Prepares fits.</summary>
    /// <param name="model">The model.</param>
    public FaceFitter(FaceModel model)
    {
        this.model = model;
        jaw = new JawLines(model);
        basis = new FitBasis(model, model.Ibug68.Concat(Enumerable.Range(0, JawLines.Count).SelectMany(jaw.Of)), IdentityModes);
    }

    /// <summary>Fits a head.</summary>
    /// <param name="points">68 landmarks in the order of iBUG, pixels.</param>
    /// <returns>The head; null if the landmarks lie on one point or line.</returns>
    public FaceFit? Fit(ReadOnlySpan<Landmark> points)
    {
        if (points.Length != model.Ibug68.Count)
            throw new ArgumentException($"{model.Ibug68.Count} landmarks expected, not {points.Length}.", nameof(points));
        var weights = new float[basis.Count];
        int[] vertices = [.. model.Ibug68];
        var places = new Vector3[vertices.Length];
        Locate(weights, vertices, places);
        if (ViewSolver.First(places.AsSpan(JawLines.Count), points[JawLines.Count..]) is not { } view)
            return null;

        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < JawLines.Count; i++)
                vertices[i] = jaw.Seen(i, view, vertex => basis.At(vertex, weights));
            Locate(weights, vertices, places);
            var modes = round < ViewRounds ? 0 : basis.Count;
            var equations = new FitEquations(ViewParameters + modes);
            Gather(equations, points, view, vertices, places, modes);
            for (var mode = 0; mode < modes; mode++)
                equations.Prefer(ViewParameters + mode, -weights[mode], mode < basis.Identities ? 1 : ExpressionSpread);
            if (equations.Solve() is not { } step)
                return null;
            view = ViewSolver.Move(view, step);
            for (var mode = 0; mode < modes; mode++)
                weights[mode] = mode < basis.Identities
                    ? Math.Clamp(weights[mode] + step[ViewParameters + mode], -MaxIdentity, MaxIdentity)
                    : Math.Clamp(weights[mode] + step[ViewParameters + mode], 0, 1);
        }
        Locate(weights, vertices, places);
        return float.IsFinite(view.Scale) && view.Scale > 0 ? new FaceFit(Spread(weights), view, Residual(points, view, places)) : null;
    }

    /// <summary>Residual of the inner points, divided by the distance between the outer corners of the eyes.</summary>
    private static float Residual(ReadOnlySpan<Landmark> points, HeadView view, Vector3[] places)
    {
        var sum = 0f;
        for (var i = JawLines.Count; i < points.Length; i++)
            sum += view.Project(places[i]).DistanceTo(points[i]);
        return sum / (points.Length - JawLines.Count) / (view.Scale * Vector3.Distance(places[RightCorner], places[LeftCorner]));
    }

    private void Locate(float[] weights, int[] vertices, Vector3[] places)
    {
        for (var i = 0; i < places.Length; i++)
            places[i] = basis.At(vertices[i], weights);
    }

    /// <summary>Adds two equations per landmark, in centimeters: along the picture's axes, or along and across the jaw.</summary>
    private void Gather(FitEquations equations, ReadOnlySpan<Landmark> points, HeadView view, int[] vertices, Vector3[] places, int modes)
    {
        var (right, up, near) = view.Axes;
        var (along, upwards) = (new float[ViewParameters + modes], new float[ViewParameters + modes]);
        var turned = new float[ViewParameters + modes];
        for (var i = 0; i < points.Length; i++)
        {
            var at = new Vector3(Vector3.Dot(right, places[i]), Vector3.Dot(up, places[i]), Vector3.Dot(near, places[i]));
            (along[0], along[1], along[2], along[3], along[4], along[5]) = (0, at.Z, -at.Y, at.X, 1, 0);
            (upwards[0], upwards[1], upwards[2], upwards[3], upwards[4], upwards[5]) = (-at.Z, 0, at.X, at.Y, 0, 1);
            var (x, y, z) = basis.Modes(vertices[i]);
            for (var mode = 0; mode < modes; mode++)
            {
                var move = new Vector3(x[mode], y[mode], z[mode]);
                (along[ViewParameters + mode], upwards[ViewParameters + mode]) = (Vector3.Dot(right, move), Vector3.Dot(up, move));
            }
            var (dx, dy) = ((points[i].X - view.X) / view.Scale - at.X, (view.Y - points[i].Y) / view.Scale - at.Y);
            var trust = LandmarkTrust.Of(i, points);
            Combine(along, upwards, trust.First, turned);
            equations.Add(turned, trust.First.X * dx + trust.First.Y * dy, trust.FirstError);
            Combine(along, upwards, trust.Second, turned);
            equations.Add(turned, trust.Second.X * dx + trust.Second.Y * dy, trust.SecondError);
        }
    }

    private static void Combine(float[] along, float[] upwards, Point2f direction, float[] result)
    {
        for (var i = 0; i < result.Length; i++)
            result[i] = direction.X * along[i] + direction.Y * upwards[i];
    }

    private HeadWeights Spread(float[] weights)
    {
        var expression = new float[model.Expressions.Count];
        for (var i = 0; i < basis.Expressions.Length; i++)
            expression[basis.Expressions[i]] = weights[basis.Identities + i];
        return new HeadWeights(weights[..basis.Identities], expression);
    }
}
