using LiveLandmarks.Capture;
using LiveLandmarks.Evaluation;
using LiveLandmarks.Smoothing;
using LiveLandmarks.Tests.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Evaluation;

/// <summary>Goals of smoothing: a still face before a noisy camera stays still, and a shaken head does not lag.</summary>
public class SmoothingTrialTests
{
    // Noise of a webcam in indoor light.
    private const double Noise = 5;

    private static readonly Lazy<SmoothingTrial> Portrait = new(() => Film(Repository.Media("collins.mp4"), 0));

    [Fact]
    public void A_still_portrait_keeps_at_most_a_third_of_its_jitter_and_a_shaken_one_lags_less_than_a_frame() =>
        ShouldReachTheGoals(Portrait.Value, worst: 0.4);

    [SharedFact]
    public void A_speaker_in_a_real_video_meets_the_same_goals() =>
        ShouldReachTheGoals(Film(Path.Combine(Repository.SharedFaces, "video", "stage_speaker.mp4"), 20), worst: 0.6);

    [Fact]
    public void The_trial_reveals_smoothing_that_does_nothing_or_too_much()
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
