using LiveLandmarks.Capture;
using LiveLandmarks.Diagnostics;
using LiveLandmarks.Overlays.Rendering;
using OpenCvSharp;

namespace LiveLandmarks.Cli;

/// <summary>Runs all stages of a frame one after another on one thread.</summary>
/// <param name="reader">An endless source; not disposed here.</param>
/// <param name="tracker">Finds the faces; not disposed here.</param>
internal sealed class BenchLoop(IFrameReader reader, FaceTracker tracker) : IDisposable
{
    private readonly Mat image = new();
    private readonly LandmarkRenderer renderer = new();

    /// <summary>The stage times of the last frame.</summary>
    public StageClock Clock => tracker.Clock;

    /// <summary>Processes the next frame.</summary>
    /// <returns>Number of faces in the frame.</returns>
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
