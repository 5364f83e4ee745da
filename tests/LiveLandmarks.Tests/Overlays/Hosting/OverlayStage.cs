using LiveLandmarks.Capture;
using LiveLandmarks.Overlays.Hosting;
using LiveLandmarks.Pipeline;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Overlays.Hosting;

/// <summary>A folder for plug-ins, and a grey frame for them to draw on.</summary>
internal sealed class OverlayStage : IDisposable
{
    public static readonly Vec3b Grey = new(90, 90, 90);

    private readonly TempFolder folder = new();
    private readonly FramePool pool = new();
    private readonly Frame frame;

    public OverlayStage()
    {
        frame = pool.Lease();
        frame.Image.Create(48, 64, MatType.CV_8UC3);
        frame.Image.SetTo(new Scalar(90, 90, 90));
    }

    public string Folder => folder.Path;

    public string PlugIn => folder.File("test.dll");

    public RecordingLogger Log { get; } = new();

    public string WriteOptions(string json) => folder.Write("options.json", json);

    /// <summary>Opens overlays with limits high enough for a busy machine, unless the test sets its own.</summary>
    public OverlayChain Open(OverlayCatalog catalog, OverlayChainOptions? options = null, params string[] names)
    {
        options ??= new OverlayChainOptions();
        if (options.Limits == new OverlayLimits())
            options = options with { Limits = new OverlayLimits { MaxFrameTime = TimeSpan.FromSeconds(60),
                UsualTime = TimeSpan.FromSeconds(60) } };
        return new OverlayChain(catalog, names.Length == 0 ? ["test"] : names, options, Log);
    }

    /// <summary>Lets a chain draw onto the grey frame or another picture; returns the canvas.</summary>
    public Mat Draw(OverlayChain chain, Mat? picture = null)
    {
        picture?.CopyTo(frame.Image);
        var canvas = frame.Image.Clone();
        chain.Draw(new TrackedFrame(frame, []), canvas);
        return canvas;
    }

    /// <summary>The first pixel of the canvas after a chain has drawn.</summary>
    public Vec3b Pixel(OverlayChain chain)
    {
        using var canvas = Draw(chain);
        return canvas.Get<Vec3b>(0, 0);
    }

    public void Dispose()
    {
        frame.Dispose();
        pool.Dispose();
        folder.Dispose();
    }
}
