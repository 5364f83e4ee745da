using System.Collections.Concurrent;
using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Capture;

/// <summary>A camera that follows a script picture by picture, across reopenings. The pictures are grey; their value is their
/// number.</summary>
internal sealed class FaultyCamera
{
    private readonly ConcurrentQueue<Func<Mat, bool>> script = new();
    private readonly TaskCompletionSource unblocked = new();
    private int number, opened, closed;

    /// <summary>Number of successful opens.</summary>
    public int Opened => Volatile.Read(ref opened);

    /// <summary>Number of closes.</summary>
    public int Closed => Volatile.Read(ref closed);

    /// <summary>Whether the camera is plugged in.</summary>
    public bool Present { get; set; } = true;

    /// <summary>Delivers pictures.</summary>
    public FaultyCamera Pictures(int count) => Then(count, image =>
    {
        image.Create(32, 32, MatType.CV_8UC3);
        image.SetTo(Scalar.All(Interlocked.Increment(ref number)));
        return true;
    });

    /// <summary>Delivers the same picture again and again.</summary>
    public FaultyCamera Repeats(int count) => Then(count, image =>
    {
        image.Create(32, 32, MatType.CV_8UC3);
        image.SetTo(Scalar.All(200));
        return true;
    });

    /// <summary>Reports that there is no picture.</summary>
    public FaultyCamera Ends() => Then(1, _ => false);

    /// <summary>Fails like an unplugged camera and stays absent.</summary>
    public FaultyCamera Vanishes() => Then(1, _ =>
    {
        Present = false;
        throw new InputException("camera 0: delivers no more pictures; was it unplugged?");
    });

    /// <summary>Does not return from a read until <see cref="Unblock"/>.</summary>
    public FaultyCamera Blocks() => Then(1, _ =>
    {
        unblocked.Task.Wait();
        return false;
    });

    public void Unblock() => unblocked.TrySetResult();

    public IFrameReader Open()
    {
        if (!Present)
            throw new InputException("camera 0: not found.");
        Interlocked.Increment(ref opened);
        return new Session(this);
    }

    private FaultyCamera Then(int count, Func<Mat, bool> what)
    {
        for (var i = 0; i < count; i++)
            script.Enqueue(what);
        return this;
    }

    private sealed class Session(FaultyCamera camera) : IFrameReader
    {
        public StreamInfo Info { get; } = new("camera 0", 32, 32, 30, null);

        public bool Read(Mat image, out TimeSpan time)
        {
            time = default;
            return camera.script.TryDequeue(out var next) ? next(image) : throw new InvalidOperationException("The script is over.");
        }

        public void Dispose() => Interlocked.Increment(ref camera.closed);
    }
}
