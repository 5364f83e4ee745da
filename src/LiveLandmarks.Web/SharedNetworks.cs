using LiveLandmarks.Landmarks;
using LiveLandmarks.Tracking;
using Microsoft.Extensions.Logging;
using OpenCvSharp;

namespace LiveLandmarks.Web;

/// <summary>
/// One detector and one landmark network for all visitors; each has a tracker of his own. The networks are not thread-safe and use
/// all cores, or the whole GPU, for one frame: frames take turns, in the order in which they come.
/// </summary>
/// <param name="locator">The networks; disposed with this object.</param>
/// <param name="options">How faces are followed.</param>
/// <param name="logger">Told of them; null for nobody.</param>
internal sealed class SharedNetworks(FaceLocator locator, TrackingOptions options, ILogger? logger) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>What the landmarks mean.</summary>
    public LandmarkScheme Scheme => locator.Network.Scheme;

    /// <summary>A tracker for one visitor, with ids of its own; only for <see cref="TrackAsync"/>.</summary>
    public FaceTracker OpenTracker() => new(locator, options, ownsLocator: false, logger);

    /// <summary>Waits for its turn and finds the faces of a visitor's next frame.</summary>
    /// <param name="tracker">The visitor's tracker.</param>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="time">When it was captured, from the start of the visitor's stream.</param>
    /// <param name="cancellation">Ends the waiting; a frame under way is finished.</param>
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

    /// <summary>Waits for a frame under way, then closes the networks.</summary>
    public void Dispose()
    {
        turn.Wait();
        locator.Dispose();
        turn.Dispose();
    }
}
