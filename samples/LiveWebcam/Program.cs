// Shows the faces before a camera in a window. Escape ends the program.
//     dotnet run --project samples/LiveWebcam -c Release -- [camera number, camera:NAME, address or video file]
using System.Collections.Concurrent;
using LiveLandmarks;
using LiveLandmarks.Capture;
using LiveLandmarks.Overlays;
using LiveLandmarks.Overlays.Rendering;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Streams;
using OpenCvSharp;

const string Title = "LiveWebcam";
const int Escape = 27;

try
{
    using var tracker = FaceTracker.Create();

    // A frame is valid only until the observer returns. To use it later, retain it, and dispose it when done.
    using var waiting = new BlockingCollection<TrackedFrame>(1);
    Exception? failure = null;
    using var subscription = Camera.Open(args.FirstOrDefault() ?? "0", new CaptureOptions { RealTime = true })
        .LendFrames()
        .HandOff(Overflow.DropOldest, capacity: 1)
        .TrackFaces(tracker)
        .Render(new RenderOptions { Pose = true })
        .Subscribe(
            tracked =>
            {
                tracked.Retain();
                if (!waiting.TryAdd(tracked))
                    tracked.Dispose();
            },
            error =>
            {
                failure = error;
                waiting.CompleteAdding();
            },
            waiting.CompleteAdding);

    foreach (var tracked in waiting.GetConsumingEnumerable())
    {
        using (tracked)
            Cv2.ImShow(Title, tracked.Frame.Image);
        if (Cv2.WaitKey(1) == Escape)
            break;
    }
    return failure is null ? 0 : throw failure;
}
catch (LiveLandmarksException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
