using LiveLandmarks.Capture;
using LiveLandmarks.Diagnostics;
using LiveLandmarks.Overlays.Rendering;
using OpenCvSharp;

namespace LiveLandmarks.Cli;

/// <summary>What is done with a frame, one stage after the other on one thread.</summary>
/// <param name="reader">A source without end; not disposed here.</param>
/// <param name="tracker">Finds the faces; not disposed here.</param>
internal sealed class BenchLoop(IFrameReader reader, FaceTracker tracker) : IDisposable
{
    private readonly Mat image = new();
    private readonly LandmarkRenderer renderer = new();

    /// <summary>The stages of the last frame.</summary>
    public StageClock Clock => tracker.Clock;

    /// <summary>Works on the next frame.</summary>
    /// <returns>Number of faces in it.</returns>
    public int Step()
    {
        Clock.Reset();
        TimeSpan time;
        using (Clock.Time(Stage.Capture))
            reader.Read(image, out time);
        var faces = tracker.Process(image, time);
        using (Clock.Time(Stage.Render))
            renderer.Draw(image, faces);
        return faces.Count;
    }

    /// <inheritdoc/>
    public void Dispose() => image.Dispose();
}
