using System.Diagnostics;
using LiveLandmarks.Overlays;
using LiveLandmarks.Overlays.Hosting;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Overlays.Hosting;

/// <summary>A plug-in cannot stop the stream or spoil the drawings of others.</summary>
public sealed class MisbehavingPlugInTests : IDisposable
{
    private const string Scribble = "frame.Canvas.SetTo(new Scalar(0, 0, 255)); frame.Image.SetTo(new Scalar(0, 0, 255));";

    private readonly OverlayStage stage = new();

    public void Dispose() => stage.Dispose();

    [Theory]
    [InlineData("throw new InvalidOperationException(\"out of ink\");", "out of ink")]
    [InlineData("new Mat(-1, 5, MatType.CV_8UC3).Dispose();", "it throws")]
    [InlineData("frame.Canvas.Create(5, 5, MatType.CV_8UC1);", "another size or type")]
    [InlineData("while (true) { }", "longer than")]
    [InlineData("Thread.Sleep(Timeout.Infinite);", "longer than")]
    [InlineData("try { while (true) { } } catch (Exception) { }", "longer than")]
    public void A_plug_in_that_fails_is_switched_off_without_a_trace_and_the_stream_continues(string fault, string reason)
    {
        PlugInCompiler.CompileOverlay(stage.PlugIn, Scribble + fault);
        using var catalog = new OverlayCatalog(stage.Folder);
        using var chain = stage.Open(
            catalog, new OverlayChainOptions { Limits = new OverlayLimits { MaxFrameTime = TimeSpan.FromSeconds(0.5) } });
        var watch = Stopwatch.StartNew();
        Assert.Equal(OverlayStage.Grey, stage.Pixel(chain));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));

        Assert.Equal(OverlayStage.Grey, stage.Pixel(chain));
        var (name, told) = Assert.Single(chain.Failures);
        Assert.Equal("test", name);
        Assert.Contains(reason, told);
        Assert.Contains(told, Assert.Single(stage.Log.Lines));
    }

    [Theory]
    [InlineData("public Test() { throw new InvalidOperationException(\"no pen\"); }", "no pen")]
    [InlineData("public Test() { while (true) { } }", "longer than 0.5 s to start")]
    [InlineData("public Test() { Thread.Sleep(Timeout.Infinite); }", "longer than 0.5 s to start")]
    [InlineData("static Test() { throw new InvalidOperationException(\"no ink\"); }", "it throws")]
    [InlineData("public void Start(OverlayContext context) => throw new InvalidOperationException(\"no paper\");", "no paper")]
    [InlineData("public void Start(OverlayContext context) { while (true) { } }", "longer than 0.5 s to start")]
    [InlineData("public void Start(OverlayContext context) { for (var i = 0; i < 100; i++) GC.KeepAlive(new byte[1 << 20]); " +
        "Thread.Sleep(Timeout.Infinite); }", "of memory to start")]
    public void A_plug_in_that_does_not_start_is_switched_off_and_the_stream_continues(string fault, string reason)
    {
        PlugInCompiler.CompileOverlay(stage.PlugIn, Scribble, fault);
        using var catalog = new OverlayCatalog(stage.Folder);
        // Memory is measured for the whole process, so tests that run in parallel count too.
        var limits = reason.Contains("memory")
            ? new OverlayLimits { MaxStartTime = TimeSpan.FromSeconds(60), MaxMemory = 64 << 20 }
            : new OverlayLimits { MaxStartTime = TimeSpan.FromSeconds(0.5), MaxMemory = 1L << 40 };
        using var chain = stage.Open(catalog, new OverlayChainOptions { Limits = limits });
        Assert.Equal(OverlayStage.Grey, stage.Pixel(chain));
        Assert.Equal(OverlayStage.Grey, stage.Pixel(chain));
        var (_, told) = Assert.Single(chain.Failures);
        Assert.Contains(reason, told);
        Assert.Contains(told, Assert.Single(stage.Log.Lines));
    }

    [Fact]
    public void A_fail_closed_plug_in_that_does_not_start_hides_the_picture()
    {
        PlugInCompiler.CompileOverlay(
            stage.PlugIn, "", "public Test() { throw new InvalidOperationException(\"no curtain\"); }", failsClosed: true);
        using var catalog = new OverlayCatalog(stage.Folder);
        using var chain = stage.Open(catalog);
        using var picture = Cv2.ImRead(Repository.Media("astronaut.png"));
        using var faces = Landmarks.Networks.Locator();
        using var hidden = stage.Draw(chain, picture);
        Assert.Empty(faces.Find(hidden));
        Assert.Contains("hidden from now on", Assert.Single(stage.Log.Lines));
    }

    [Fact]
    public void A_plug_in_that_gives_a_reason_for_not_starting_is_refused()
    {
        PlugInCompiler.CompileOverlay(
            stage.PlugIn, "", "public void Start(OverlayContext context) => throw new OverlayException(\"hat.png: no such file\");");
        using var catalog = new OverlayCatalog(stage.Folder);
        Assert.Contains("hat.png", Assert.Throws<OverlayException>(() => stage.Open(catalog)).Message);
    }

    [Fact]
    public void Callbacks_on_the_stop_token_cannot_keep_a_plug_in_alive()
    {
        PlugInCompiler.CompileOverlay(
            stage.PlugIn,
            "Worker = Thread.CurrentThread; frame.Stop.Register(() => { throw new InvalidOperationException(); }); " +
                "frame.Stop.Register(() => Thread.Sleep(Timeout.Infinite)); while (true) { }",
            "public static Thread Worker;");
        using var catalog = new OverlayCatalog(stage.Folder);
        using var chain = stage.Open(
            catalog, new OverlayChainOptions { Limits = new OverlayLimits { MaxFrameTime = TimeSpan.FromSeconds(0.3) } });
        stage.Draw(chain).Dispose();
        var worker = (Thread)catalog.Find("test").Type.GetField("Worker")!.GetValue(null)!;
        Assert.True(worker.Join(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public void A_plug_in_that_allocates_without_end_is_stopped_before_memory_runs_out()
    {
        PlugInCompiler.CompileOverlay(stage.PlugIn, "var all = new List<byte[]>(); while (true) all.Add(new byte[1 << 20]);");
        using var catalog = new OverlayCatalog(stage.Folder);
        using var chain = stage.Open(
            catalog, new OverlayChainOptions { Limits = new OverlayLimits { MaxFrameTime = TimeSpan.FromMinutes(1),
                MaxMemory = 64 << 20 } });
        Assert.Equal(OverlayStage.Grey, stage.Pixel(chain));
        Assert.Contains("of memory", Assert.Single(chain.Failures).Reason);
    }

    [Fact]
    public void The_thread_of_a_plug_in_that_hangs_is_ended_by_force()
    {
        PlugInCompiler.CompileOverlay(stage.PlugIn, "Worker = Thread.CurrentThread; while (true) { }", "public static Thread Worker;");
        using var catalog = new OverlayCatalog(stage.Folder);
        using var chain = stage.Open(
            catalog, new OverlayChainOptions { Limits = new OverlayLimits { MaxFrameTime = TimeSpan.FromSeconds(0.3) } });
        stage.Draw(chain).Dispose();
        var worker = (Thread)catalog.Find("test").Type.GetField("Worker")!.GetValue(null)!;
        Assert.True(worker.Join(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public void A_plug_in_that_observes_the_stop_token_ends_on_its_own()
    {
        PlugInCompiler.CompileOverlay(
            stage.PlugIn,
            "frame.Stop.WaitHandle.WaitOne(); Heard = true;",
            "public static bool Heard;");
        using var catalog = new OverlayCatalog(stage.Folder);
        using var chain = stage.Open(
            catalog, new OverlayChainOptions { Limits = new OverlayLimits { MaxFrameTime = TimeSpan.FromSeconds(0.2) } });
        stage.Draw(chain).Dispose();
        var heard = catalog.Find("test").Type.GetField("Heard")!;
        Assert.True(SpinWait.SpinUntil(() => (bool)heard.GetValue(null)!, TimeSpan.FromSeconds(60)));
    }

    [Theory]
    [InlineData("Thread.Sleep(30);", 20)]
    [InlineData("GC.KeepAlive(new byte[2 << 20]);", 60_000)]
    public void A_plug_in_that_repeatedly_costs_too_much_is_switched_off(string cost, int usualMilliseconds)
    {
        var usual = TimeSpan.FromMilliseconds(usualMilliseconds);
        PlugInCompiler.CompileOverlay(stage.PlugIn, cost);
        using var catalog = new OverlayCatalog(stage.Folder);
        var limits = new OverlayLimits { UsualTime = usual, UsualMemory = 1 << 20, MaxSlowFrames = 5,
            MaxFrameTime = TimeSpan.FromSeconds(60) };
        using var chain = stage.Open(catalog, new OverlayChainOptions { Limits = limits });
        for (var frame = 0; frame < 4; frame++)
            stage.Draw(chain).Dispose();
        Assert.Empty(chain.Failures);
        stage.Draw(chain).Dispose();
        Assert.Contains("5 times in a row", Assert.Single(chain.Failures).Reason);
    }

    [Fact]
    public void When_a_fail_closed_plug_in_fails_the_picture_is_hidden_for_good()
    {
        PlugInCompiler.CompileOverlay(
            stage.PlugIn, "if (frame.Canvas.Get<Vec3b>(0, 0).Item0 > 0) throw new InvalidOperationException();", failsClosed: true);
        using var catalog = new OverlayCatalog(stage.Folder);
        using var chain = stage.Open(catalog);
        using var picture = Cv2.ImRead(Repository.Media("astronaut.png"));
        using var faces = Landmarks.Networks.Locator();
        Assert.NotEmpty(faces.Find(picture));
        for (var time = 0; time < 2; time++)
        {
            using var hidden = stage.Draw(chain, picture);
            Assert.Empty(faces.Find(hidden));
        }
        Assert.Contains("hidden from now on", Assert.Single(stage.Log.Lines));
    }

    [Fact]
    public void Other_overlays_continue_when_one_fails()
    {
        PlugInCompiler.CompileOverlay(stage.PlugIn, "throw new InvalidOperationException();");
        PlugInCompiler.Compile(
            Path.Combine(stage.Folder, "green.dll"),
            "[Overlay(\"green\", \"\")] public sealed class Green : IOverlay { public void Draw(OverlayFrame frame) => " +
                "frame.Canvas.SetTo(new Scalar(0, 255, 0)); }");
        using var catalog = new OverlayCatalog(stage.Folder);
        using var chain = stage.Open(catalog, null, "test", "green");
        Assert.Equal(new Vec3b(0, 255, 0), stage.Pixel(chain));
        Assert.Equal(new Vec3b(0, 255, 0), stage.Pixel(chain));
    }
}
