using System.Numerics.Tensors;
using LiveLandmarks.Capture;
using LiveLandmarks.Pose;
using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Expressions;

/// <summary>
/// The errors that a landmark network makes, measured on annotated pictures: draws have the covariance of these errors among faces that are
/// turned about as far. Errors are centimeters of an average head, without the roll in the picture. Thread-safe.
/// </summary>
internal sealed class LandmarkErrors
{
    private const int Landmarks = 68;

    // Faces count by how near their yaw is, in degrees; all count a little, since few are turned far.
    private const float Near = 12, Always = 0.1f;

    // The share of an error that is independent of the others: few faces do not show the whole covariance.
    private const float Independent = 0.2f;

    // Larger errors, as a share of the distance between the outer eye corners, are another face or a failure, which gets no expression.
    private const float Largest = 0.1f;

    // Turned to the person's left; errors and their squares.
    private readonly (float Yaw, float[] Error, float[] Square)[] faces;

    private LandmarkErrors(IEnumerable<(float Yaw, float[] Error)> errors) =>
        faces =
        [
            .. errors.Select(face => face.Yaw < 0 ? (-face.Yaw, Mirrored(face.Error)) : face)
                .Select(face => (face.Item1, face.Item2, Array.ConvertAll(face.Item2, value => value * value))),
        ];

    /// <summary>No errors.</summary>
    public static LandmarkErrors None { get; } = new([]);

    /// <summary>Number of faces that were measured.</summary>
    public int Count => faces.Length;

    /// <summary>Measures a network.</summary>
    /// <param name="faces">Annotated faces with 68 points.</param>
    /// <param name="network">The network; its scheme must be Ibug68.</param>
    public static LandmarkErrors Measure(IEnumerable<AnnotatedFace> faces, ILandmarkDetector network) =>
        new(faces.Select(face => Of(face, network)).OfType<(float, float[])>());

    /// <summary>The same errors, each coordinate as large as others are on average.</summary>
    /// <param name="others">The other errors.</param>
    public LandmarkErrors ScaledTo(LandmarkErrors others)
    {
        var (own, wanted) = (Spread(), others.Spread());
        return new LandmarkErrors(faces.Select(face => (face.Yaw, face.Error.Zip(own.Zip(wanted),
            (value, spreads) => value * spreads.Second / MathF.Max(spreads.First, float.Epsilon)).ToArray())));
    }

    /// <summary>Draws an error.</summary>
    /// <param name="yaw">How far the head is turned, degrees.</param>
    /// <param name="random">Random numbers.</param>
    /// <param name="error">x and y for each landmark.</param>
    public void Draw(float yaw, SampleRandom random, Span<float> error)
    {
        error.Clear();
        Span<float> spread = stackalloc float[error.Length];
        spread.Clear();
        var total = 0f;
        foreach (var (turned, face, square) in faces)
        {
            var distance = (turned - MathF.Abs(yaw)) / Near;
            var weight = Always + MathF.Exp(-distance * distance / 2);
            total += weight;
            // A sum of measured errors with normal weights has their covariance.
            TensorPrimitives.MultiplyAdd(face, MathF.Sqrt((1 - Independent) * weight) * random.Normal(), error, error);
            TensorPrimitives.MultiplyAdd(square, Independent * weight, spread, spread);
        }
        if (faces.Length == 0)
            return;
        for (var i = 0; i < error.Length; i++)
            error[i] = (error[i] + MathF.Sqrt(spread[i]) * random.Normal()) / MathF.Sqrt(total);
        if (yaw < 0)
            Mirrored(error).CopyTo(error);
    }

    private static (float Yaw, float[] Error)? Of(AnnotatedFace face, ILandmarkDetector network)
    {
        using var image = ImageFile.Read(face.ImagePath);
        var truth = new FaceLandmarks(face.Scheme, [.. face.Points]);
        var camera = CameraIntrinsics.FromFieldOfView(CameraIntrinsics.DefaultFieldOfView, image.Width, image.Height);
        if (new HeadPoseSolver().Solve(truth, camera) is not { } pose)
            return null;
        var found = network.Locate(image, [FaceCrop.Upright(truth, network.CropRule)])[0];
        var scale = pose.Translation.Z / pose.Camera.Fx;
        var (sine, cosine) = MathF.SinCos(float.DegreesToRadians(pose.Roll));
        var error = new float[2 * Landmarks];
        var distance = 0f;
        for (var i = 0; i < Landmarks; i++)
        {
            var (x, y) = (found.Points[i].X - truth.Points[i].X, found.Points[i].Y - truth.Points[i].Y);
            (error[2 * i], error[2 * i + 1]) = (scale * (cosine * x + sine * y), scale * (cosine * y - sine * x));
            distance += MathF.Sqrt(x * x + y * y) / Landmarks;
        }
        return distance < Largest * truth.InterOcularDistance ? (pose.Yaw, error) : null;
    }

    /// <summary>Root mean square of each coordinate.</summary>
    private float[] Spread() => [.. Enumerable.Range(0, 2 * Landmarks)
        .Select(i => MathF.Sqrt(faces.Sum(face => face.Square[i]) / MathF.Max(1, faces.Length)))];

    private static float[] Mirrored(ReadOnlySpan<float> error)
    {
        var mirrored = new float[error.Length];
        for (var i = 0; i < Landmarks; i++)
        {
            var other = LandmarkScheme.Ibug68.Mirror[i];
            (mirrored[2 * i], mirrored[2 * i + 1]) = (-error[2 * other], error[2 * other + 1]);
        }
        return mirrored;
    }
}
