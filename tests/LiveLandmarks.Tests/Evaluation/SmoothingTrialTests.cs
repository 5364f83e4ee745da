using LiveLandmarks.Capture;
using LiveLandmarks.Evaluation;
using LiveLandmarks.Smoothing;
using LiveLandmarks.Tests.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Evaluation;

/// <summary>What smoothing is for: a still face before a noisy camera stands still, and a head that is shaken is not behind.</summary>
public class SmoothingTrialTests
{
    // That of a webcam by indoor light.
    private const double Noise = 5;

    private static readonly Lazy<SmoothingTrial> Portrait = new(() => Film(Repository.Media("collins.mp4"), 0));

    [Fact]
    public void A_still_portrait_trembles_by_a_third_at_most_and_a_shaken_one_lags_by_less_than_a_frame() =>
        ShouldReachTheGoals(Portrait.Value, worst: 0.4);

    [SharedFact]
    public void So_does_a_speaker_of_a_real_video() =>
        ShouldReachTheGoals(Film(Path.Combine(Repository.SharedFaces, "video", "stage_speaker.mp4"), 20), worst: 0.6);

    [Fact]
    public void The_trial_tells_smoothings_that_do_nothing_or_too_much()
    {
        var nothing = Portrait.Value.Measure(new SmoothingOptions { Motion = new(1e4f, 0), Shape = new(1e4f, 0) });
        Assert.InRange(nothing.Jitter, 0.98, 1.02);
        Assert.InRange(nothing.Lag, 0, 0.3);
        Assert.InRange(nothing.BlinkKept, 0.95, 1.05);
        var tooMuch = Portrait.Value.Measure(new SmoothingOptions { Motion = new(1, 0), Shape = new(0.3f, 0) });
        Assert.InRange(tooMuch.Jitter, 0, 0.3);
        Assert.InRange(tooMuch.Lag, 1, 4);
        Assert.InRange(tooMuch.LipLag, 1, 4);
        Assert.InRange(tooMuch.BlinkKept, 0, 0.5);
    }

    private static void ShouldReachTheGoals(SmoothingTrial trial, double worst)
    {
        Assert.InRange(trial.RawJitter, 0.0003, 0.01);
        var cost = trial.Measure(new SmoothingOptions());
        Assert.True(cost is { Jitter: <= 1.0 / 3, Lag: < 1, LipLag: < 1, BlinkKept: > 0.8 }
            && cost.WorstJitter < worst, $"{cost}, raw {trial.RawJitter}");
    }

    private static SmoothingTrial Film(string clip, int frame)
    {
        using var locator = Networks.Locator();
        using var reader = VideoReader.OpenFile(clip);
        using var picture = new Mat();
        for (var i = 0; i <= frame; i++)
            Assert.True(reader.Read(picture, out _));
        return SmoothingTrial.Record(locator, picture, Noise);
    }
}
