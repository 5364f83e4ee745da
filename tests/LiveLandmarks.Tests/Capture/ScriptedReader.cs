using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Capture;

/// <summary>Grey 4×3 pictures whose value is their number, 10 a second.</summary>
internal sealed class ScriptedReader(int? count, Exception? failure = null) : IFrameReader
{
    private readonly TaskCompletionSource disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int next;

    public StreamInfo Info { get; } = new("scripted", 4, 3, 10, count);

    /// <summary>Completes when the reader is disposed.</summary>
    public Task Disposed => disposed.Task;

    /// <summary>Number of pictures read.</summary>
    public int Reads => Volatile.Read(ref next);

    public bool Read(Mat image, out TimeSpan time)
    {
        ObjectDisposedException.ThrowIf(Disposed.IsCompleted, this);
        time = TimeSpan.FromSeconds(next / 10.0);
        if (next == count)
            return failure is null ? false : throw failure;
        image.Create(3, 4, MatType.CV_8UC3);
        image.SetTo(Scalar.All(next));
        Interlocked.Increment(ref next);
        return true;
    }

    public void Dispose() => disposed.TrySetResult();
}
