using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using LiveLandmarks.Smoothing;

namespace LiveLandmarks.Benchmarks;

/// <summary>Smoothing the landmarks of one face.</summary>
public class TrackingBenchmarks
{
    private readonly LandmarkSmoother smoother = new(new SmoothingOptions());
    private readonly ImmutableArray<Landmark> face =
        [.. Enumerable.Range(0, 68).Select(i => new Landmark(200 + 60 * MathF.Cos(i), 150 + 70 * MathF.Sin(2 * i), 0.7f))];

    private TimeSpan time;

    [Benchmark]
    public ImmutableArray<Landmark> Smooth() => smoother.Smooth(face, time += TimeSpan.FromMilliseconds(33));
}
