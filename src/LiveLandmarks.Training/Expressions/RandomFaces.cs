using System.Numerics;
using System.Numerics.Tensors;
using LiveLandmarks.Expression;
using LiveLandmarks.Pose;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Data.Heads;

namespace LiveLandmarks.Training.Expressions;

/// <summary>
/// Random people with random expressions and poses before a camera: their 68 landmarks with the errors of a landmark network, and the
/// strength of ARKit's movements. Thread-safe.
/// </summary>
internal sealed class RandomFaces
{
    private const float Yaw = 45, Pitch = 30, Roll = 30, Nearest = 35, Farthest = 110, Aside = 0.25f;

    private static readonly CameraIntrinsics Camera =
        CameraIntrinsics.FromFieldOfView(CameraIntrinsics.DefaultFieldOfView, 1280, 960);

    // The library's head has its origin in their middle.
    private static readonly int[] EyeCorners = [36, 39, 42, 45];

    private readonly FaceModel model;
    private readonly ExpressionPrior prior;
    private readonly LandmarkErrors errors;
    private readonly JawLines jaw;
    private readonly FitBasis basis;
    private readonly Vector3 origin;
    private readonly int[][] sources;

    /// <summary>Prepares to draw.</summary>
    /// <param name="model">The face model.</param>
    /// <param name="errors">The errors of the landmarks.</param>
    public RandomFaces(FaceModel model, LandmarkErrors errors)
    {
        (this.model, this.errors) = (model, errors);
        prior = new ExpressionPrior(model);
        jaw = new JawLines(model);
        basis = new FitBasis(
            model, model.Ibug68.Concat(Enumerable.Range(0, JawLines.Count).SelectMany(jaw.Of)), model.IdentityCount, looks: true);
        origin = EyeCorners.Aggregate(Vector3.Zero, (sum, point) => sum + model.NeutralAt(model.Ibug68[point]) / EyeCorners.Length);
        sources = [.. Movements.Select(shape => model.Expressions.Index()
            .Where(name => MovementOf(name.Item) == shape).Select(name => name.Index).ToArray())];
    }

    /// <summary>The movements that the model has and a network may find: not the tongue, nor blinks and looks, which the library measures
    /// by lids and pupils.</summary>
    public static IReadOnlyList<Blendshape> Movements { get; } = [.. Enum.GetValues<Blendshape>().Where(shape =>
        shape is not (Blendshape.TongueOut or Blendshape.EyeBlinkLeft or Blendshape.EyeBlinkRight)
        && !shape.ToString().StartsWith("EyeLook", StringComparison.Ordinal))];

    /// <summary>Where landmarks are found relative to the model's vertices, added to the features; see
    /// <see cref="NeutralOffset"/>.</summary>
    public float[] Offset { get; init; } = new float[ExpressionFeatures.Count];

    /// <summary>Draws a face.</summary>
    /// <param name="random">Random numbers.</param>
    /// <param name="features">What the network sees, <see cref="ExpressionFeatures.Count"/> values.</param>
    /// <param name="strengths">The strength of each of <see cref="Movements"/>.</param>
    /// <param name="neutral">Whether the face makes no movement.</param>
    public void Draw(SampleRandom random, Span<float> features, Span<float> strengths, bool neutral = false)
    {
        var expression = neutral ? new float[model.Expressions.Count] : prior.Draw(random);
        for (var i = 0; i < sources.Length; i++)
            strengths[i] = sources[i].Length == 0 ? 0 : sources[i].Average(source => expression[source]);
        Draw(random, expression, Yaw, Pitch, features);
    }

    /// <summary>Draws a neutral face that nearly faces the camera.</summary>
    /// <param name="random">Random numbers.</param>
    /// <param name="turn">Largest yaw and pitch, degrees.</param>
    /// <param name="features">What the network sees.</param>
    public void DrawNeutral(SampleRandom random, float turn, Span<float> features) =>
        Draw(random, new float[model.Expressions.Count], turn, turn, features);

    private void Draw(SampleRandom random, float[] expression, float yaw, float pitch, Span<float> features)
    {
        float[] weights = [.. Enumerable.Range(0, model.IdentityCount).Select(_ => random.Normal()), .. expression];
        Span<Landmark> points = stackalloc Landmark[LandmarkScheme.Ibug68.Count];
        HeadPose? pose = null;
        while (pose is null)
        {
            Project(weights, random, (random.Around(yaw), random.Around(pitch), random.Around(Roll)), points);
            pose = new HeadPoseSolver().Solve(LandmarkScheme.Ibug68, points, Camera);
        }
        ExpressionFeatures.Write(points, pose.Value, features);
        TensorPrimitives.Add(features, Offset, features);
    }

    private static Blendshape? MovementOf(string name)
    {
        var parts = name.Split('_');
        var side = parts is [_, var letter] ? letter == "L" ? "Left" : "Right" : "";
        return Enum.TryParse<Blendshape>(parts[0] + side, ignoreCase: true, out var shape)
            || Enum.TryParse(parts[0], ignoreCase: true, out shape) ? shape : null;
    }

    private void Project(float[] weights, SampleRandom random, (float Yaw, float Pitch, float Roll) angles, Span<Landmark> points)
    {
        var (yaw, pitch, roll) = angles;
        var turn = HeadPose.RotationOf(yaw, pitch, roll);
        var distance = random.Between(Nearest, Farthest);
        var place = new Vector3(random.Around(Aside) * distance, random.Around(Aside) * distance, distance);
        var view = new HeadView(float.DegreesToRadians(yaw), float.DegreesToRadians(pitch), float.DegreesToRadians(-roll), 1, 0, 0);
        Span<float> error = stackalloc float[2 * points.Length];
        errors.Draw(yaw, random, error);
        var scale = Camera.Fx / distance;
        var (sine, cosine) = MathF.SinCos(float.DegreesToRadians(roll));
        for (var i = 0; i < points.Length; i++)
        {
            var vertex = i < JawLines.Count ? jaw.Seen(i, view, at => basis.At(at, weights)) : model.Ibug68[i];
            var point = basis.At(vertex, weights) - origin;
            // From the model's axes (y up, z to the camera) to the library's (y to the chin, z to the back).
            var seen = Camera.Project(Vector3.Transform(new Vector3(point.X, -point.Y, -point.Z), turn) + place);
            var (x, y) = (scale * error[2 * i], scale * error[2 * i + 1]);
            points[i] = new Landmark(seen.X + cosine * x - sine * y, seen.Y + sine * x + cosine * y, 0.9f);
        }
    }
}
