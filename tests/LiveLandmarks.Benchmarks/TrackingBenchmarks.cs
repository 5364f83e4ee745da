using BenchmarkDotNet.Attributes;
using LiveLandmarks.Smoothing;

namespace LiveLandmarks.Benchmarks;

/// <summary>Smoothing the landmarks of one face.</summary>
public class TrackingBenchmarks
{
    private readonly LandmarkSmoother smoother = new(new SmoothingOptions());
    private readonly Landmark[] face = new Landmark[68];
    private TimeSpan time;

    [GlobalSetup]
    public void Draw()
    {
        for (var i = 0; i < face.Length; i++)
            face[i] = new Landmark(200 + 60 * MathF.Cos(i), 150 + 70 * MathF.Sin(2 * i), 0.7f);
    }

    [Benchmark]
    public object Smooth() => smoother.Smooth(face, time += TimeSpan.FromMilliseconds(33));
}
