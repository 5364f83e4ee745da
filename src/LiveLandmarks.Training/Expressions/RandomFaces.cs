using System.Numerics;
using System.Numerics.Tensors;
using LiveLandmarks.Expression;
using LiveLandmarks.Pose;
using LiveLandmarks.Tracking;
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

    // How far an eye turns at a strength of 1, degrees, and the error of a pupil in each axis, centimeters: face-standard is off by 0.89 %
    // of the outer eye corners' distance, 8.9 cm here, on average on 142 studio faces.
    private const float FullLook = 35, PupilError = 0.063f;

    // To learn the gaze: how often eyes do not look straight ahead, and how far lids close at most.
    private const float Looking = 0.7f, LargestBlink = 0.4f;

    private static readonly CameraIntrinsics Camera =
        CameraIntrinsics.FromFieldOfView(CameraIntrinsics.DefaultFieldOfView, 1280, 960);

    // The library's head has its origin in their middle.
    private static readonly int[] EyeCorners = [36, 39, 42, 45];

    private readonly FaceModel model;
    private readonly ExpressionPrior prior;
    private readonly LandmarkErrors errors;
    private readonly JawLines jaw;
    private readonly FitBasis basis;
    private readonly ModelEye rightEye, leftEye;
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
        (rightEye, leftEye) = (new ModelEye(model, "right"), new ModelEye(model, "left"));
        basis = new FitBasis(
            model,
            [.. model.Ibug68, .. Enumerable.Range(0, JawLines.Count).SelectMany(jaw.Of), .. rightEye.Vertices, .. leftEye.Vertices],
            model.IdentityCount, looks: true);
        origin = EyeCorners.Aggregate(Vector3.Zero, (sum, point) => sum + model.NeutralAt(model.Ibug68[point]) / EyeCorners.Length);
        sources = [.. Enum.GetValues<Blendshape>().Select(shape => model.Expressions.Index()
            .Where(name => MovementOf(name.Item) == shape).Select(name => name.Index).ToArray())];
    }

    /// <summary>The movements that the model has and a network may find: not the tongue, nor blinks and looks, which the library measures
    /// by lids and pupils.</summary>
    public static IReadOnlyList<Blendshape> Movements { get; } = [.. Enum.GetValues<Blendshape>().Where(shape =>
        shape is not Blendshape.TongueOut && !IsOfLidsOrPupils(shape))];

    /// <summary>The movements that the library measures by lids and pupils: blinks and looks.</summary>
    public static IReadOnlyList<Blendshape> EyeMovements { get; } = [.. Enum.GetValues<Blendshape>().Where(IsOfLidsOrPupils)];

    /// <summary>Where landmarks are found relative to the model's vertices, added to the features; see
    /// <see cref="NeutralOffset"/>.</summary>
    public float[] Offset { get; init; } = new float[ExpressionFeatures.CountWithPupil];

    /// <summary>Draws a face.</summary>
    /// <param name="random">Random numbers.</param>
    /// <param name="features">What the network sees, <see cref="ExpressionFeatures.Count"/> values.</param>
    /// <param name="strengths">The strength of each of <see cref="Movements"/>.</param>
    /// <param name="neutral">Whether the face makes no movement.</param>
    public void Draw(SampleRandom random, Span<float> features, Span<float> strengths, bool neutral = false)
    {
        var expression = DrawExpression(random, neutral);
        for (var i = 0; i < Movements.Count; i++)
            strengths[i] = StrengthOf(Movements[i], expression);
        Write(Draw(random, expression), features);
    }

    /// <summary>Draws a face whose eyes look somewhere, and are not shut.</summary>
    /// <param name="random">Random numbers.</param>
    /// <param name="features">What the network sees of the right eye, <see cref="ExpressionFeatures.CountWithPupil"/> values.</param>
    /// <param name="gaze">Yaw and pitch of the gaze from the axis of the head, as the library finds the head, in units of
    /// <see cref="ExpressionFeatures.Degrees"/>.</param>
    public void DrawGaze(SampleRandom random, Span<float> features, Span<float> gaze)
    {
        var expression = prior.Draw(random, Looking);
        foreach (var blink in new[] { Blendshape.EyeBlinkLeft, Blendshape.EyeBlinkRight })
        {
            foreach (var lid in sources[(int)blink])
                expression[lid] = MathF.Min(expression[lid], LargestBlink);
        }
        var face = Draw(random, expression);
        Write(face, features);
        var fromAxis = new GazeDirection(Vector3.Transform(face.Gaze.Direction, Quaternion.Conjugate(face.Pose.Rotation)));
        (gaze[0], gaze[1]) = (fromAxis.Yaw / ExpressionFeatures.Degrees, fromAxis.Pitch / ExpressionFeatures.Degrees);
    }

    /// <summary>Draws a neutral face that nearly faces the camera and looks into it.</summary>
    /// <param name="random">Random numbers.</param>
    /// <param name="turn">Largest yaw and pitch, degrees.</param>
    /// <param name="features">What the network sees of the right eye, <see cref="ExpressionFeatures.CountWithPupil"/> values.</param>
    public void DrawNeutral(SampleRandom random, float turn, Span<float> features) =>
        Write(Draw(random, new float[model.Expressions.Count], turn, turn, toCamera => toCamera), features);

    /// <summary>Draws a face, and finds its blinks and looks as the library does.</summary>
    /// <param name="random">Random numbers.</param>
    /// <param name="network">Finds the gaze; null for geometry alone.</param>
    /// <param name="strengths">The strength of each of <see cref="EyeMovements"/>.</param>
    /// <param name="neutral">Whether the face makes no movement.</param>
    /// <returns>The movements that were found, and the largest error of a gaze in degrees; null if no eye is visible.</returns>
    public (Blendshapes? Found, float? Error) ReadEyes(
        SampleRandom random, BlendshapeNetwork? network, Span<float> strengths, bool neutral = false)
    {
        var expression = DrawExpression(random, neutral);
        for (var i = 0; i < EyeMovements.Count; i++)
            strengths[i] = StrengthOf(EyeMovements[i], expression);
        var face = Draw(random, expression, Offset);
        var found = StillFace.Of(
            1, new FaceLandmarks(LandmarkScheme.Ibug68, [.. face.Points]) { Pupils = face.Pupils }, Camera, network);
        float[] errors = [.. new[] { found.RightEye.Gaze, found.LeftEye.Gaze }.OfType<GazeDirection>().Select(face.Gaze.AngleTo)];
        return (found.Blendshapes, errors.Length > 0 ? errors.Max() : null);
    }

    private static bool IsOfLidsOrPupils(Blendshape shape) =>
        shape is Blendshape.EyeBlinkLeft or Blendshape.EyeBlinkRight
        || shape.ToString().StartsWith("EyeLook", StringComparison.Ordinal);

    private float[] DrawExpression(SampleRandom random, bool neutral) =>
        neutral ? new float[model.Expressions.Count] : prior.Draw(random);

    private float StrengthOf(Blendshape movement, float[] expression)
    {
        var source = sources[(int)movement];
        return source.Length == 0 ? 0 : source.Average(index => expression[index]);
    }

    private float Across(float[] expression) => FullLook
        * (StrengthOf(Blendshape.EyeLookOutLeft, expression) - StrengthOf(Blendshape.EyeLookInLeft, expression));

    private float Up(float[] expression) => FullLook
        * (StrengthOf(Blendshape.EyeLookUpLeft, expression) - StrengthOf(Blendshape.EyeLookDownLeft, expression));

    /// <summary>Draws a person whose eyes look where the expression says.</summary>
    private SeenFace Draw(SampleRandom random, float[] expression, float[]? shift = null) =>
        Draw(random, expression, Yaw, Pitch, _ => ModelEye.Direction(Across(expression), Up(expression)), shift);

    private void Write(in SeenFace face, Span<float> features)
    {
        if (features.Length == ExpressionFeatures.Count)
            ExpressionFeatures.Write(face.Points, face.Pose, features);
        else
            ExpressionFeatures.Write(face.Points, face.Pupils.Right, face.Pose, features);
        TensorPrimitives.Add(features, Offset.AsSpan(0, features.Length), features);
    }

    /// <summary>Draws a person and a pose until the library finds the pose.</summary>
    /// <param name="random">Random numbers.</param>
    /// <param name="expression">The expression.</param>
    /// <param name="yaw">Largest yaw, degrees.</param>
    /// <param name="pitch">Largest pitch, degrees.</param>
    /// <param name="look">Where the eyes look, from the direction to the camera, both in the model's axes.</param>
    /// <param name="shift">What to add to the landmarks and the right pupil, mirrored to the left one, in the unit of features; null to
    /// add nothing.</param>
    private SeenFace Draw(
        SampleRandom random, float[] expression, float yaw, float pitch, Func<Vector3, Vector3> look, float[]? shift = null)
    {
        float[] weights = [.. Enumerable.Range(0, model.IdentityCount).Select(_ => random.Normal()), .. expression];
        var points = new Landmark[LandmarkScheme.Ibug68.Count];
        while (true)
        {
            var view = Project(weights, random, (random.Around(yaw), random.Around(pitch), random.Around(Roll)), shift, points);
            if (new HeadPoseSolver().Solve(LandmarkScheme.Ibug68, points, Camera) is not { } pose)
                continue;
            var gaze = look(view.ToCamera);
            var pupils = new FacePupils(Pupil(rightEye, 1), Pupil(leftEye, -1));
            return new SeenFace(points, pupils, pose, new GazeDirection(Vector3.Transform(ToLibrary(gaze), view.Turn)));

            Landmark Pupil(ModelEye eye, int side) => view.See(
                eye.Pupil(vertex => basis.At(vertex, weights), gaze) - origin,
                PupilError * random.Normal() + side * Shift(shift, ExpressionFeatures.Count),
                PupilError * random.Normal() + Shift(shift, ExpressionFeatures.Count + 1));
        }
    }

    /// <summary>From the model's axes (y up, z to the camera) to the library's (y to the chin, z to the back).</summary>
    private static Vector3 ToLibrary(Vector3 point) => new(point.X, -point.Y, -point.Z);

    private static Blendshape? MovementOf(string name)
    {
        var parts = name.Split('_');
        var side = parts is [_, var letter] ? letter == "L" ? "Left" : "Right" : "";
        return Enum.TryParse<Blendshape>(parts[0] + side, ignoreCase: true, out var shape)
            || Enum.TryParse(parts[0], ignoreCase: true, out shape) ? shape : null;
    }

    private static float Shift(float[]? shift, int feature) => shift is null ? 0 : ExpressionFeatures.Centimeters * shift[feature];

    private View Project(
        float[] weights, SampleRandom random, (float Yaw, float Pitch, float Roll) angles, float[]? shift, Span<Landmark> points)
    {
        var (yaw, pitch, roll) = angles;
        var distance = random.Between(Nearest, Farthest);
        var view = new View(
            HeadPose.RotationOf(yaw, pitch, roll), new Vector3(random.Around(Aside) * distance, random.Around(Aside) * distance, distance),
            float.DegreesToRadians(roll));
        var outline = new HeadView(float.DegreesToRadians(yaw), float.DegreesToRadians(pitch), float.DegreesToRadians(-roll), 1, 0, 0);
        Span<float> error = stackalloc float[2 * points.Length];
        errors.Draw(yaw, random, error);
        for (var i = 0; i < points.Length; i++)
        {
            var vertex = i < JawLines.Count ? jaw.Seen(i, outline, at => basis.At(at, weights)) : model.Ibug68[i];
            points[i] = view.See(
                basis.At(vertex, weights) - origin, error[2 * i] + Shift(shift, 2 * i), error[2 * i + 1] + Shift(shift, 2 * i + 1));
        }
        return view;
    }

    /// <summary>How the camera sees a head.</summary>
    /// <param name="Turn">The head's turn.</param>
    /// <param name="Place">Its origin before the camera, centimeters.</param>
    /// <param name="Roll">In the picture, radians.</param>
    private readonly record struct View(Quaternion Turn, Vector3 Place, float Roll)
    {
        /// <summary>The direction from the head to the camera, in the model's axes.</summary>
        public Vector3 ToCamera => ToLibrary(Vector3.Normalize(Vector3.Transform(-Place, Quaternion.Conjugate(Turn))));

        /// <summary>Projects a point.</summary>
        /// <param name="point">In the model's axes, from the head's origin, centimeters.</param>
        /// <param name="errorX">Error to the right of the head without roll, centimeters.</param>
        /// <param name="errorY">Error down, centimeters.</param>
        public Landmark See(Vector3 point, float errorX, float errorY)
        {
            var seen = Camera.Project(Vector3.Transform(ToLibrary(point), Turn) + Place);
            var scale = Camera.Fx / Place.Z;
            var (sine, cosine) = MathF.SinCos(Roll);
            return new Landmark(
                seen.X + scale * (cosine * errorX - sine * errorY), seen.Y + scale * (sine * errorX + cosine * errorY), 0.9f);
        }
    }

    /// <summary>A face as the camera sees it.</summary>
    /// <param name="Points">68 landmarks, image pixels.</param>
    /// <param name="Pupils">The pupils, image pixels.</param>
    /// <param name="Pose">The pose that the library finds.</param>
    /// <param name="Gaze">Where the eyes look.</param>
    private readonly record struct SeenFace(Landmark[] Points, FacePupils Pupils, HeadPose Pose, GazeDirection Gaze);
}
