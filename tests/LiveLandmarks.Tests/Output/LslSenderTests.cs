using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Xml.Linq;
using LiveLandmarks.Capture;
using LiveLandmarks.Output;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Output;

public sealed class LslSenderTests
{
    private static readonly string[] Labels = [.. LslChannels.All.Select(channel => channel.Label)];

    // The inlet of the tests is bound to the same library as the product.
    static LslSenderTests() => NativeLibrary.SetDllImportResolver(
        typeof(LslInlet).Assembly,
        (name, _, _) => name == "lsl" ? NativeLibrary.Load(Environment.GetEnvironmentVariable(LslLibrary.PathVariable) ?? "liblsl.so") : 0);

    [Fact]
    public void Channels_have_the_face_and_NaN_where_it_is_unknown()
    {
        var shapes = Arkit.Of((Blendshape.MouthSmileRight, 0.375f), (Blendshape.JawLeft, 1));
        var sample = Sample(new PosedAverage(10, -5, 20) { Place = new Vector3(6, -9, 50) }.Track() with { Blendshapes = shapes });
        Assert.Equal((10, -5, 20), (sample["head_yaw"], sample["head_pitch"], sample["head_roll"]), AboutEqual);
        Assert.Equal((6, -9, 50), (sample["head_x"], sample["head_y"], sample["head_z"]), AboutEqual);
        Assert.Equal((0.375f, 1), (sample["mouthSmileRight"], sample["jawLeft"]));
        Assert.All(["tongueOut", "cheekPuff", "gaze_left_yaw"], name => Assert.True(float.IsNaN(sample[name]), name));
        Assert.Equal(16 + Blendshapes.Count, sample.Count);
        Assert.All(Sample(null).Values, value => Assert.True(float.IsNaN(value)));
    }

    [Fact]
    public async Task A_file_that_is_not_the_library_is_named()
    {
        var (clip, variable) = (Repository.Media("collins.mp4"), LslLibrary.PathVariable);
        (await CommandRun.WithVariable(variable, clip, "video", clip, "--send", "lsl")).ShouldFail(4, $"{clip}, which {variable} names");
    }

    [LslFact]
    public void A_receiver_finds_the_stream_by_its_name_and_reads_samples_with_the_time_of_their_frames()
    {
        var name = $"Test{Guid.NewGuid():n}";
        using var sender = Receiver.LabStreamingLayer(name).Open();
        using var inlet = LslInlet.Find(name);

        var channels = XElement.Parse(inlet.Description()).Descendants("channel").ToList();
        Assert.Equal(Labels, channels.Select(channel => channel.Element("label")!.Value));
        Assert.Contains("degrees", channels.Select(channel => channel.Element("unit")!.Value));

        using var pool = new FramePool();
        using var frame = pool.Lease();
        frame.ReadAt = Stopwatch.GetTimestamp() - Stopwatch.Frequency / 4;
        var before = LslLibrary.Clock();
        sender.Write(new TrackedFrame(frame, [new PosedAverage(12, 0, 0).Track()]));
        sender.Write(new TrackedFrame(frame, []));
        var after = LslLibrary.Clock();

        var (sample, time) = inlet.Pull(Labels.Length);
        Assert.Equal(12, sample[Array.IndexOf(Labels, "head_yaw")], 0.01f);
        Assert.InRange(time, before - 0.3, after - 0.25);
        Assert.All(inlet.Pull(Labels.Length).Sample, value => Assert.True(float.IsNaN(value)));
        sender.Dispose();
        sender.Write(new TrackedFrame(frame, []));
    }

    private static bool AboutEqual((float, float, float) a, (float, float, float) b) =>
        MathF.Abs(a.Item1 - b.Item1) + MathF.Abs(a.Item2 - b.Item2) + MathF.Abs(a.Item3 - b.Item3) < 0.01f;

    private static Dictionary<string, float> Sample(TrackedFace? face)
    {
        var sample = new float[Labels.Length];
        LslChannels.Write(face, sample);
        return Labels.Zip(sample).ToDictionary();
    }
}
