using LiveLandmarks.Expression;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Tracking;
using Microsoft.Extensions.Logging;
using OpenCvSharp;

namespace LiveLandmarks.Web;

/// <summary>
/// One detector and one landmark network for all visitors; each visitor has a separate tracker. The networks are not thread-safe and use
/// all cores, or the whole GPU, for one frame. Frames are therefore processed one at a time, in the order in which they arrive.
/// </summary>
/// <param name="locator">Detector and network; disposed with this object.</param>
/// <param name="blendshapes">Finds ARKit's movements; null for blinks and looks alone. Disposed with this object.</param>
/// <param name="options">How faces are tracked.</param>
/// <param name="logger">Logs the tracked faces; null to log nothing.</param>
internal sealed class SharedNetworks(FaceLocator locator, BlendshapeNetwork? blendshapes, TrackingOptions options, ILogger? logger)
    : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>The scheme of the landmarks.</summary>
    public LandmarkScheme Scheme => locator.Network.Scheme;

    /// <summary>Opens a tracker for one visitor, with its own ids; for use with <see cref="TrackAsync"/> only.</summary>
    public FaceTracker OpenTracker() => new(locator, options, ownsLocator: false, logger, blendshapes: blendshapes);

    /// <summary>Waits until the networks are free, then finds the faces in a visitor's next frame.</summary>
    /// <param name="tracker">The visitor's tracker.</param>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="time">When the frame was captured, measured from the start of the visitor's stream.</param>
    /// <param name="cancellation">Cancels the wait; a frame that is being processed is finished.</param>
    public async Task<IReadOnlyList<TrackedFace>> TrackAsync(FaceTracker tracker, Mat image, TimeSpan time, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return tracker.Process(image, time);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Waits until the current frame is finished, then closes the networks.</summary>
    public void Dispose()
    {
        turn.Wait();
        locator.Dispose();
        blendshapes?.Dispose();
        turn.Dispose();
    }
}
