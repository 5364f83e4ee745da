using System.Collections.Immutable;
using System.Reactive.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Overlays;
using LiveLandmarks.Overlays.BuiltIn;
using LiveLandmarks.Tests.Clips;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tracking;

namespace LiveLandmarks.Tests.Overlays;

/// <summary>A head that rolls through a full turn in a clip is hidden in every frame, in light and in the dark.</summary>
public class PrivacyRollingTests
{
    private const int FramesPerSecond = 12;
    private const int Frames = 36;
    private const int Side = 512;

    [Trait("Duration", "Long")]
    [ProgramFact("ffmpeg")]
    public Task A_rolling_head_is_hidden_in_every_frame() => AssertHidden("");

    [ProgramFact("ffmpeg")]
    public Task A_rolling_head_in_the_dark_is_hidden_in_every_frame() => AssertHidden(",colorchannelmixer=rr=0.12:gg=0.12:bb=0.12");

    private static async Task AssertHidden(string darken)
    {
        using var folder = new TempFolder();
        var clip = Path.Combine(folder.Path, "rolling.mp4");
        await Tool.RunAsync(
            "ffmpeg", "-v", "error", "-loop", "1", "-framerate", $"{FramesPerSecond}", "-i", Repository.Media("astronaut.png"), "-frames:v",
            $"{Frames}",
            "-vf", $"rotate=2*PI*n/{Frames}{darken},format=yuv420p", "-q:v", "2", "-c:v", "mpeg4", clip);

        ImmutableArray<Landmark> points;
        using (var locator = Networks.Locator())
        using (var portrait = Networks.Astronaut())
            points = locator.Find(portrait)[0].Points;
        using var tracker = ClipRun.OpenTracker(new TrackingOptions { ReportCandidates = true });
        using var overlay = new PrivacyOverlay { Settle = 0 };
        using var mask = new HiddenMask(Side, Side);
        overlay.Start(new OverlayContext("", ""));
        var (count, shown) = (0, 0.0);
        List<string> seen = [];
        FrameFeed.From(clip).TrackFaces(tracker).LookAhead(FramesPerSecond).Do(tracked =>
        {
            mask.Draw(overlay, Overlays.Frames.ToDrawOn(tracked));
            var (sine, cosine) = MathF.SinCos(2 * MathF.PI * count / Frames);
            const float Middle = (Side - 1) / 2f;
            var turn = new Similarity(cosine, sine, Middle - cosine * Middle + sine * Middle, Middle - sine * Middle - cosine * Middle);
            seen.AddRange(points.Select(turn.Apply).Where(mask.Shows).Select(point => $"frame {count}: ({point.X:0}, {point.Y:0})"));
            shown += 1 - mask.ShareOutside();
            count++;
        }).Wait();
        Assert.Empty(seen);
        Assert.Equal(Frames, count);
        // The overlay must not simply hide everything.
        Assert.InRange(shown / count, 0.2, 1);
    }
}
