using System.Numerics;
using LiveLandmarks.Pose;
using LiveLandmarks.Training.Data;
using OpenCvSharp;

namespace LiveLandmarks.Training.Tests.Expressions;

/// <summary>The average head before a camera, in a picture of one color.</summary>
/// <param name="Yaw">How far it is turned to its left, degrees.</param>
/// <param name="Roll">How far it leans to its left shoulder, degrees.</param>
internal sealed record SeenHead(float Yaw = 0, float Roll = 0)
{
    private const int Width = 640, Height = 480;

    private static readonly CameraIntrinsics Camera =
        CameraIntrinsics.FromFieldOfView(CameraIntrinsics.DefaultFieldOfView, Width, Height);

    /// <summary>The landmarks' places on the head, centimeters.</summary>
    public IReadOnlyList<Vector3> Places { get; init; } = AverageFace.Ibug68;

    private HeadPose Pose => new(HeadPose.RotationOf(Yaw, 0, Roll), new Vector3(0, 0, 50), Camera, 1, 0);

    /// <summary>The picture.</summary>
    public static byte[] Picture()
    {
        using var image = new Mat(Height, Width, MatType.CV_8UC3, Scalar.All(128));
        Cv2.ImEncode(".png", image, out var bytes);
        return bytes;
    }

    /// <summary>The landmarks. Some are moved by an error in centimeters, in the picture without the roll: to the person's left, and
    /// down.</summary>
    public FaceLandmarks See(params (int Landmark, float X, float Y)[] errors)
    {
        var pose = Pose;
        var scale = Camera.Fx / pose.Translation.Z;
        var (sine, cosine) = MathF.SinCos(float.DegreesToRadians(Roll));
        var points = Places.Select(place => pose.Project(place)).ToArray();
        foreach (var (landmark, x, y) in errors)
            points[landmark] += scale * new Vector2(cosine * x - sine * y, sine * x + cosine * y);
        return new FaceLandmarks(LandmarkScheme.Ibug68, [.. points.Select(point => new Landmark(point.X, point.Y, 0.9f))]);
    }

    /// <summary>The face as an annotator marks it.</summary>
    public AnnotatedFace Annotated(string picture) =>
        new() { ImagePath = picture, Scheme = LandmarkScheme.Ibug68, Points = [.. See().Points], Source = picture };
}
