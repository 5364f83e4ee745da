using LiveLandmarks.Output;
using OpenCvSharp;

namespace MakeClips;

/// <summary>Renders a clip into a video and its ground truth.</summary>
internal static class ClipMaker
{
    /// <summary>Writes <c>NAME.mp4</c> and <c>NAME.csv</c>.</summary>
    /// <param name="clip">What to show.</param>
    /// <param name="folder">Where to write.</param>
    public static void Make(Clip clip, string folder)
    {
        var path = Path.Combine(folder, clip.Name);
        using var video = new VideoRecorder(path + ".mp4", Screen.FrameRate);
        using var truth = new TruthFile(path + ".csv");
        using var canvas = new Mat();
        using var image = new Mat();
        for (var frame = 0; frame < clip.Frames; frame++)
        {
            var time = (double)frame / Screen.FrameRate;
            var placements = Array.ConvertAll(clip.Actors, actor => actor.Route.At(time));
            var blur = clip.Blur.At(time);

            Render(clip, time, placements, blur, canvas);
            canvas.ConvertTo(image, MatType.CV_8UC3);
            video.Write(image, TimeSpan.FromSeconds(time));
            Note(clip, frame, placements, blur, truth);
        }
        Console.WriteLine($"{path}.mp4: {clip.Frames} frames");
    }

    private static void Render(Clip clip, double time, Placement[] placements, double blur, Mat canvas)
    {
        clip.Backdrop.Paint(canvas, time);
        foreach (var (actor, placement) in clip.Actors.Zip(placements))
            actor.Cutout.LayOver(canvas, placement);
        if (blur > 0)
            Cv2.GaussianBlur(canvas, canvas, new Size(0, 0), blur);
    }

    private static void Note(Clip clip, int frame, Placement[] placements, double blur, TruthFile truth)
    {
        var layers = clip.Actors.Zip(placements, (actor, placement) => (actor.Cutout, Placement: placement)).ToArray();
        foreach (var (index, actor) in clip.Actors.Index().OrderBy(item => item.Item.Face))
        {
            var state = Visibility.Of(placements[index], layers.Skip(index + 1));
            truth.Write(frame, actor.Face, state, placements[index], blur);
        }
    }
}
