using LiveLandmarks.Tests.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Tracking;

/// <summary>Grey frames with the head of the astronaut at places that a test chooses.</summary>
internal sealed class Scene : IDisposable
{
    private static readonly Rect Head = new(148, 8, 156, 182);

    private readonly Mat astronaut = Networks.Astronaut();
    private readonly Mat matrix = new(2, 3, MatType.CV_64FC1, Scalar.All(0));
    private readonly Mat frame;

    public Scene(int width, int height) => frame = new Mat(height, width, MatType.CV_8UC3);

    /// <summary>Place of the nose tip in the original picture.</summary>
    public static Landmark Nose => new(225, 127, 1);

    public static TimeSpan Time(int number) => TimeSpan.FromSeconds(number / 30.0);

    /// <summary>A frame with heads whose nose tips are at the given places; valid until the next call.</summary>
    public Mat Heads(params (int X, int Y)[] noses)
    {
        frame.SetTo(Scalar.All(128));
        using var head = new Mat(astronaut, Head);
        foreach (var (x, y) in noses)
        {
            using var place = new Mat(frame, new Rect(x - 225 + Head.X, y - 127 + Head.Y, Head.Width, Head.Height));
            head.CopyTo(place);
        }
        return frame;
    }

    /// <summary>A frame with the whole picture moved; valid until the next call.</summary>
    public Mat Warped(Similarity motion)
    {
        matrix.Set(0, 0, (double)motion.A);
        matrix.Set(0, 1, (double)-motion.B);
        matrix.Set(0, 2, (double)motion.Tx);
        matrix.Set(1, 0, (double)motion.B);
        matrix.Set(1, 1, (double)motion.A);
        matrix.Set(1, 2, (double)motion.Ty);
        Cv2.WarpAffine(astronaut, frame, matrix, frame.Size(), InterpolationFlags.Linear, BorderTypes.Constant, Scalar.All(128));
        return frame;
    }

    public void Dispose()
    {
        astronaut.Dispose();
        matrix.Dispose();
        frame.Dispose();
    }
}
