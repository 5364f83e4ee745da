using System.Globalization;
using System.Numerics;
using OpenCvSharp;

namespace LiveLandmarks.Overlays.Rendering;

/// <summary>Draws landmarks onto pictures.</summary>
/// <param name="options">What to draw; null for the defaults.</param>
public sealed class LandmarkRenderer(RenderOptions? options = null)
{
    // OpenCV takes coordinates in 1/2^Shift pixels. Without this, a box would jump from pixel to pixel.
    private const int Shift = 4;

    // Smallest distance from the camera in centimeters; nearer points cannot be projected.
    private const float NearestDepth = 0.1f;

    // Centimeters of the line that shows where an eye looks.
    private const float GazeLength = 6;

    private static readonly Vec3b PupilColor = new(60, 60, 255);
    private static readonly Vector3 GazeColor = new(60, 220, 60);
    private static readonly Vector3[] Colors = MakeColors();
    private static readonly Scalar LabelColor = new(80, 255, 255);

    private static readonly (Vector3 Axis, Vector3 Color)[] Axes =
    [
        (new Vector3(5, 0, 0), new Vector3(60, 60, 240)),
        (new Vector3(0, 5, 0), new Vector3(70, 200, 60)),
        (new Vector3(0, 0, -5), new Vector3(255, 140, 40)),
    ];

    private readonly RenderOptions options = options ?? new RenderOptions();

    /// <summary>Draws faces.</summary>
    /// <param name="image">BGR, 8 bits; drawn on.</param>
    /// <param name="faces">Faces found in this picture.</param>
    public void Draw(Mat image, IReadOnlyList<TrackedFace> faces)
    {
        foreach (var face in faces)
        {
            var landmarks = options.Raw ? face.Raw : face.Landmarks;
            var bounds = landmarks.Bounds;
            var size = MathF.Max(bounds.Width, bounds.Height);
            if (options.Edges)
                DrawEdges(image, landmarks, Math.Max(1, (int)(size / 250)));
            if (options.Points)
                DotPainter.Draw(image, landmarks.Points.AsSpan(), MathF.Max(1.2f, size / 130));
            if (options.Points)
                DrawPupils(image, face, MathF.Max(1.2f, size / 130));
            if (options.Box)
                Cv2.Rectangle(image, Fixed(bounds.X, bounds.Y), Fixed(bounds.X + bounds.Width, bounds.Y + bounds.Height), LabelColor, 1,
                    LineTypes.AntiAlias, Shift);
            if (options.Pose && face.Pose is { } pose)
                DrawAxes(image, pose, Math.Max(1, (int)(size / 60)));
            if (options.Gaze && face.Pose is { } head)
            {
                DrawGaze(image, face.RightEye, head, Math.Max(1, (int)(size / 60)));
                DrawGaze(image, face.LeftEye, head, Math.Max(1, (int)(size / 60)));
            }
            if (options.Movements)
                MovementBars.Draw(image, face);
            if (options.Id)
                DrawLabel(image, bounds, string.Create(CultureInfo.InvariantCulture, $"{face.Id}  {face.Score:0.00}"));
        }
    }

    /// <summary>Writes text, such as the frame rate, into the upper left corner.</summary>
    /// <param name="image">BGR, 8 bits; drawn on.</param>
    /// <param name="text">Plain ASCII, one line or several.</param>
    public static void DrawStatus(Mat image, string text)
    {
        var place = new Point(8, 20);
        foreach (var line in text.Split('\n'))
        {
            Cv2.PutText(image, line, place, HersheyFonts.HersheySimplex, 0.5, Scalar.Black, 3, LineTypes.AntiAlias);
            Cv2.PutText(image, line, place, HersheyFonts.HersheySimplex, 0.5, LabelColor, 1, LineTypes.AntiAlias);
            place.Y += 20;
        }
    }

    private static void DrawPupils(Mat image, TrackedFace face, float radius)
    {
        if (face.RightEye.Pupil is { } right)
            DotPainter.Draw(image, [right], radius, PupilColor);
        if (face.LeftEye.Pupil is { } left)
            DotPainter.Draw(image, [left], radius, PupilColor);
    }

    private static Vector3[] MakeColors()
    {
        var colors = new Vector3[Enum.GetValues<FacialFeature>().Length];
        colors[(int)FacialFeature.Jaw] = new Vector3(200, 160, 60);
        colors[(int)FacialFeature.Brow] = new Vector3(60, 170, 255);
        colors[(int)FacialFeature.Nose] = new Vector3(120, 220, 120);
        colors[(int)FacialFeature.Eye] = new Vector3(255, 220, 60);
        colors[(int)FacialFeature.Lips] = new Vector3(110, 90, 255);
        return colors;
    }

    private static Point Fixed(float x, float y) => new((int)MathF.Round(x * (1 << Shift)), (int)MathF.Round(y * (1 << Shift)));

    private static void DrawLabel(Mat image, FaceBox box, string text) => Cv2.PutText(
        image, text, new Point((int)box.X, (int)MathF.Max(12, box.Y - 8)), HersheyFonts.HersheySimplex, 0.45, LabelColor, 1,
        LineTypes.AntiAlias);

    private static void DrawAxes(Mat image, in HeadPose pose, int thickness)
    {
        var start = pose.Project(HeadModel.NoseTip);
        foreach (var (axis, color) in Axes)
        {
            if (pose.ToCamera(HeadModel.NoseTip + axis).Z < NearestDepth)
                continue;
            var end = pose.Project(HeadModel.NoseTip + axis);
            LinePainter.Draw(image, new Landmark(start.X, start.Y, 1), new Landmark(end.X, end.Y, 1), thickness, color, strength: 1);
        }
    }

    /// <summary>Draws a line from the pupil to where the eye looks, some centimeters ahead.</summary>
    private static void DrawGaze(Mat image, EyeReading eye, in HeadPose pose, int thickness)
    {
        if (eye is not { Pupil: { } pupil, Gaze: { } gaze })
            return;
        var end = pose.Camera.Unproject(new Vector2(pupil.X, pupil.Y), pose.Translation.Z) + GazeLength * gaze.Direction;
        if (end.Z < NearestDepth)
            return;
        var tip = pose.Camera.Project(end);
        LinePainter.Draw(image, pupil, new Landmark(tip.X, tip.Y, 1), thickness, GazeColor, strength: 1);
    }

    private static void DrawEdges(Mat image, FaceLandmarks face, int thickness)
    {
        foreach (var group in face.Scheme.Groups)
        {
            var points = face.Points.AsSpan(group.First, group.Count);
            for (var i = group.Closed ? 0 : 1; i < points.Length; i++)
                LinePainter.Draw(image, points[i > 0 ? i - 1 : points.Length - 1], points[i], thickness, Colors[(int)group.Feature],
                    strength: 1);
        }
    }
}
