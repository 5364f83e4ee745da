using System.Collections.Immutable;
using LiveLandmarks.Smoothing;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Tracking;

public class LandmarkSmootherTests
{
    private static readonly ImmutableArray<Landmark> Still = Faces.At(300, 200, 140).Points;

    private static readonly Landmark Center = new(300, 200, 1);

    private readonly LandmarkSmoother smoother = new(new SmoothingOptions());
    private readonly Random random = new(7);

    [Fact]
    public void A_still_face_without_noise_stays_where_it_is()
    {
        for (var i = 0; i < 200; i++)
            AssertNear(Still, smoother.Smooth(Still, Time(i)), 0.01f);
    }

    [Fact]
    public void Noise_on_a_still_face_is_reduced_to_less_than_half()
    {
        double before = 0, after = 0;
        for (var i = 0; i < 300; i++)
        {
            // The jitter of the network on a still face is about 1/300 of the face.
            var raw = Noisy(Still, 0.3f);
            var smooth = smoother.Smooth(raw, Time(i));
            if (i < 30)
                continue;
            before += SquaredDistance(raw, Still);
            after += SquaredDistance(smooth, Still);
        }
        Assert.InRange(Math.Sqrt(after / before), 0.01, 0.5);
    }

    [Fact]
    public void A_fast_move_lags_less_than_a_twentieth_of_the_face()
    {
        // Four face widths per second, starting suddenly.
        for (var i = 0; i < 90; i++)
        {
            var raw = Moved(Still, Math.Max(0, i - 30) * 560 / 30f, 0);
            AssertNear(raw, smoother.Smooth(raw, Time(i)), 0.05f * 140);
        }
    }

    [Fact]
    public void A_turning_and_growing_face_is_followed()
    {
        for (var i = 0; i < 120; i++)
        {
            var (sin, cos) = MathF.SinCos(0.03f * i);
            var scale = 1 + 0.01f * i;
            ImmutableArray<Landmark> raw = [.. Still.Select(new Similarity(scale * cos, scale * sin, 50, 60).Apply)];
            AssertNear(raw, smoother.Smooth(raw, Time(i)), 0.05f * 140 * scale);
        }
    }

    [Fact]
    public void Neither_scale_nor_place_drift_over_20000_noisy_frames()
    {
        ImmutableArray<Landmark> smooth = [];
        for (var i = 0; i < 20_000; i++)
            smooth = smoother.Smooth(Noisy(Still, 1.5f), Time(i));
        var motion = Similarity.Fit(Still.AsSpan(), smooth.AsSpan());
        Assert.Equal(1, motion.Scale, 0.01f);
        Assert.Equal(0, motion.Angle, 0.01f);
        Assert.InRange(motion.Apply(Center).DistanceTo(Center), 0, 0.5f);
        AssertNear(Still, smooth, 4);
    }

    [Fact]
    public void Landmarks_pass_unchanged_when_time_does_not_increase()
    {
        smoother.Smooth(Still, Time(5));
        foreach (var time in new[] { 5, 5, 2, 2 })
        {
            var raw = Noisy(Moved(Still, 40, -20), 3);
            AssertNear(raw, smoother.Smooth(raw, Time(time)), 0.01f);
        }
    }

    [Fact]
    public void The_first_landmarks_pass_unchanged_at_any_start_time() =>
        AssertNear(Still, smoother.Smooth(Still, TimeSpan.FromHours(3)), 0.001f);

    [Fact]
    public void Confidences_are_not_smoothed_and_the_input_is_not_changed()
    {
        smoother.Smooth(Still, Time(0));
        ImmutableArray<Landmark> raw = [.. Moved(Still, 10, 0).Select(point => point with { Confidence = 0.25f })];
        var copy = raw.ToArray();
        var smooth = smoother.Smooth(raw, Time(1));
        Assert.All(smooth, point => Assert.Equal(0.25f, point.Confidence));
        Assert.Equal(copy, raw);
        Assert.False(raw == smooth);
    }

    [Fact]
    public void Landmarks_on_one_spot_pass_unchanged()
    {
        ImmutableArray<Landmark> spot = [.. Still.Select(point => point with { X = 7, Y = 8 })];
        for (var i = 0; i < 3; i++)
            AssertNear(spot, smoother.Smooth(spot, Time(i)), 0.1f);
    }

    private static TimeSpan Time(int frame) => TimeSpan.FromSeconds(frame / 30.0);

    private static ImmutableArray<Landmark> Moved(ImmutableArray<Landmark> points, float x, float y) =>
        [.. points.Select(point => point with { X = point.X + x, Y = point.Y + y })];

    private ImmutableArray<Landmark> Noisy(ImmutableArray<Landmark> points, float sigma) =>
        [.. points.Select(point => point with { X = point.X + sigma * Gauss(), Y = point.Y + sigma * Gauss() })];

    private float Gauss() => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    private static double SquaredDistance(ImmutableArray<Landmark> a, ImmutableArray<Landmark> b) =>
        a.Zip(b, (p, q) => Math.Pow(p.DistanceTo(q), 2)).Sum();

    private static void AssertNear(ImmutableArray<Landmark> expected, ImmutableArray<Landmark> found, float tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        Assert.InRange(expected.Zip(found, (p, q) => p.DistanceTo(q)).Max(), 0, tolerance);
    }
}
