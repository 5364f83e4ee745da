using LiveLandmarks.Inference;
using LiveLandmarks.Models;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Inference;

public class NetworkSessionTests
{
    private static readonly InferenceOptions Auto = Networks.OneThread with { Device = ExecutionDevice.Auto };
    private static readonly ModelFile Model = Networks.Load(ModelKind.Landmarks);

    private readonly FakeProvider cpu = new(ExecutionDevice.Cpu);

    [Fact]
    public void Auto_skips_devices_that_fail_and_reports_why()
    {
        var directML = new FakeProvider(ExecutionDevice.DirectML, failure: new PlatformNotSupportedException("not in this build"));
        var cuda = new FakeProvider(ExecutionDevice.Cuda, failure: new DllNotFoundException("libcudart is missing\nfor good"));
        using var session = NetworkSession.Open(Model, Auto, [directML, cuda, cpu]);
        Assert.Equal(ExecutionDevice.Cpu, session.Device.Device);
        Assert.Equal(
            [(ExecutionDevice.DirectML, "not in this build"), (ExecutionDevice.Cuda, "libcudart is missing for good")],
            session.Device.Rejected);
        Assert.Equal("Cpu (DirectML: not in this build; Cuda: libcudart is missing for good)", session.Device.ToString());
    }

    [Fact]
    public void Auto_takes_the_first_device_that_works()
    {
        var cuda = new FakeProvider(ExecutionDevice.Cuda);
        using var session = NetworkSession.Open(Model, Auto with { DeviceIndex = 2 }, [cuda, cpu]);
        Assert.Equal("Cuda", session.Device.ToString());
        Assert.Equal([2], cuda.Configured);
        Assert.Empty(cpu.Configured);
    }

    [Fact]
    public void A_device_asked_for_by_name_is_the_only_one_tried()
    {
        var cuda = new FakeProvider(ExecutionDevice.Cuda);
        using var session = NetworkSession.Open(Model, Networks.OneThread, [cuda, cpu]);
        Assert.Equal(ExecutionDevice.Cpu, session.Device.Device);
        Assert.Empty(session.Device.Rejected);
        Assert.Empty(cuda.Configured);
    }

    [Fact]
    public void A_device_asked_for_by_name_that_fails_is_an_error_with_the_reason()
    {
        var cuda = new FakeProvider(ExecutionDevice.Cuda, failure: new DllNotFoundException("libcudart is missing"));
        var error = Assert.Throws<DeviceUnavailableException>(
            () => NetworkSession.Open(Model, Auto with { Device = ExecutionDevice.Cuda }, [cuda, cpu]));
        Assert.Contains("'cuda'", error.Message, StringComparison.Ordinal);
        Assert.Contains("libcudart is missing", error.Message, StringComparison.Ordinal);
        Assert.Empty(cpu.Configured);
    }

    [Fact]
    public void An_unknown_device_is_an_error()
    {
        var error = Assert.Throws<DeviceUnavailableException>(
            () => NetworkSession.Open(Model, Auto with { Device = ExecutionDevice.CoreML }, [cpu]));
        Assert.Contains("no provider is known", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fixed_shapes_need_a_session_for_each_batch_size_and_give_equal_results()
    {
        var fixedShapes = new FakeProvider(ExecutionDevice.DirectML, wantsFixedShapes: true);
        using var one = NetworkSession.Open(Model, Auto, [fixedShapes]);
        using var other = NetworkSession.Open(Model, Auto, [cpu]);
        foreach (var size in new[] { 1, 2, 3, 2 })
        {
            var (expected, found) = (Run(other, size), Run(one, size));
            Assert.Equal(expected.Length, found.Length);
            Assert.InRange(expected.Zip(found, (a, b) => Math.Abs(a - b)).Max(), 0, 1e-4);
            Assert.True(expected.Max() > 0.1f);
        }
        Assert.Equal(3, fixedShapes.Configured.Count);
        Assert.Single(cpu.Configured);
    }

    [Fact]
    public void A_prepared_batch_size_needs_no_new_session_later()
    {
        var provider = new FakeProvider(ExecutionDevice.DirectML, wantsFixedShapes: true);
        using var session = NetworkSession.Open(Model, Auto, [provider]);
        session.Prepare(1);
        Assert.Single(provider.Configured);
        session.Prepare(2);
        session.Prepare(2);
        Assert.Equal(2, provider.Configured.Count);
        Run(session, 2);
        Assert.Equal(2, provider.Configured.Count);
    }

    [Fact]
    public void The_buffers_of_a_batch_size_are_created_once()
    {
        using var session = NetworkSession.Open(Model, Auto, [cpu]);
        Assert.Same(session.Batch(2), session.Batch(2));
        Assert.NotSame(session.Batch(1), session.Batch(2));
        Assert.Equal(2 * 3 * 256 * 256, session.Batch(2).Input.Length);
    }

    [Theory]
    [InlineData("\"name\": \"image\"", "\"name\": \"picture\"")]
    [InlineData("\"name\": \"heatmaps\"", "\"name\": \"maps\"")]
    [InlineData("\"channels\": 71", "\"channels\": 72")]
    [InlineData("\"size\": 64", "\"size\": 32")]
    public void A_graph_that_does_not_match_its_manifest_is_refused(string said, string instead)
    {
        using var folder = new TempFolder();
        var entry = ModelCatalog.Open(Repository.Models).Entries.First(
            entry => entry.Manifest is { Kind: ModelKind.Landmarks, IsDefault: true });
        var text = File.ReadAllText(entry.Path);
        Assert.Contains(said, text, StringComparison.Ordinal);
        File.WriteAllText(folder.File("model.json"), text.Replace(said, instead, StringComparison.Ordinal));
        File.Copy(Path.Combine(Repository.Models, entry.Manifest.File), folder.File(entry.Manifest.File));
        var model = ModelFile.Open(folder.File("model.json"));
        Assert.Throws<ModelException>(() => NetworkSession.Open(model, Auto, [cpu]));
    }

    private static float[] Run(NetworkSession session, int size)
    {
        var batch = session.Batch(size);
        var random = new Random(size);
        foreach (ref var value in batch.Input)
            value = random.NextSingle();
        session.Run(batch);
        return batch.Output.ToArray();
    }
}
