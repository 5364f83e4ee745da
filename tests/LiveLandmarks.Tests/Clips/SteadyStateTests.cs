using LiveLandmarks.Capture;
using LiveLandmarks.Overlays.Rendering;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Clips;

public class SteadyStateTests
{
    [Fact]
    public void A_frame_with_one_face_allocates_less_than_4_kilobytes()
    {
        const int warmUp = 40;
        const int measured = 100;
        using var tracker = ClipRun.OpenTracker();
        using var reader = VideoReader.OpenFile(Repository.Media("collins.mp4"));
        using var image = new Mat();
        var renderer = new LandmarkRenderer();
        var before = 0L;
        for (var frame = 0; frame < warmUp + measured; frame++)
        {
            if (frame == warmUp)
                before = GC.GetAllocatedBytesForCurrentThread();
            Assert.True(reader.Read(image, out var time));
            renderer.Draw(image, tracker.Process(image, time));
        }
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / measured, 0, 4096);
    }
}
