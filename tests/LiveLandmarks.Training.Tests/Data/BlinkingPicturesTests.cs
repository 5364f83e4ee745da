using LiveLandmarks.Capture;
using LiveLandmarks.Expression;
using LiveLandmarks.Inference;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Tracking;
using LiveLandmarks.Training.Data;
using OpenCvSharp;
using Xunit.Abstractions;

namespace LiveLandmarks.Training.Tests.Data;

/// <summary>Tests the default models from pictures to counted blinks.</summary>
public sealed class BlinkingPicturesTests(ITestOutputHelper output) : IDisposable
{
    private static readonly InferenceOptions OneThread = new() { Device = ExecutionDevice.Cpu, Threads = 1 };

    private readonly FaceLocator locator = FaceLocator.Open(new ModelChoice { Folder = Repository.Models }, OneThread);

    public void Dispose() => locator.Dispose();

    [Fact]
    public void The_blinks_and_winks_of_a_portrait_are_counted()
    {
        using var portrait = ImageFile.Read(Repository.Media("astronaut.png"));
        var face = locator.Find(portrait)[0];
        var frames = Film(portrait, face.Points.AsSpan(), 6, blinks: [1.5, 2.5, 3.2], winks: [4.5]);
        var last = frames[^1]!;
        Assert.Equal((4, 3), (last.RightEye.Blinks, last.LeftEye.Blinks));
        Assert.Equal((0, 0), (frames[40]!.RightEye.Blinks, frames[40]!.LeftEye.Blinks));
        Assert.Equal(EyeState.Closed, frames[48]!.LeftEye.State);
        Assert.Equal((EyeState.Closed, EyeState.Open), (frames[138]!.RightEye.State, frames[138]!.LeftEye.State));
    }

    /// <summary>Manually labeled photographs with open eyes that blink twice. Both blinks are counted for nine of ten eyes.</summary>
    [SharedFact]
    public void Blinks_of_photographed_faces_are_mostly_counted_and_never_overcounted()
    {
        AnnotatedFace[] faces = [.. new Faces300WDataSet().Read(Repository.SharedFaces, new DataSetOptions { Split = DataSplit.Test })
            .Where(face => Path.GetFileName(face.ImagePath).StartsWith("helen", StringComparison.Ordinal) && IsOpen(face))];
        int right = 0, all = 0, extra = 0;
        foreach (var face in faces.Take(20))
        {
            using var picture = ImageFile.Read(face.ImagePath);
            var last = Film(picture, face.Points, 3, blinks: [1.2, 2.2], winks: [])[^1];
            if (last is null)
                continue;
            all += 2;
            right += (last.RightEye.Blinks == 2 ? 1 : 0) + (last.LeftEye.Blinks == 2 ? 1 : 0);
            extra += Math.Max(0, last.RightEye.Blinks - 2) + Math.Max(0, last.LeftEye.Blinks - 2);
        }
        output.WriteLine($"{right} of {all} eyes right, {extra} blinks too many");
        Assert.Equal(0, extra);
        Assert.InRange(all, 30, 40);
        Assert.True(right >= 0.9 * all, $"{right} of {all} eyes");
    }

    private static bool IsOpen(AnnotatedFace face)
    {
        var apertures = FaceApertures.Of(face.Scheme)!;
        return apertures.RightEye.AspectInPicture(face.Points) > 0.2f && apertures.LeftEye.AspectInPicture(face.Points) > 0.2f;
    }

    private List<TrackedFace?> Film(Mat picture, ReadOnlySpan<Landmark> points, double seconds, double[] blinks, double[] winks)
    {
        using var tracker = new FaceTracker(locator, new TrackingOptions { MaxFaces = 1 }, ownsLocator: false);
        return new BlinkingPictures(tracker).Film(picture, points.ToArray(), seconds, blinks, winks);
    }
}
