using System.Runtime.CompilerServices;
using LiveLandmarks.Overlays;
using LiveLandmarks.Overlays.Hosting;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Overlays.Hosting;

/// <summary>What a well-behaved plug-in can rely on.</summary>
public sealed class PlugInTests : IDisposable
{
    private const string Red = "frame.Canvas.SetTo(new Scalar(0, 0, 255));";
    private const string Blue = "frame.Canvas.SetTo(new Scalar(255, 0, 0));";
    private static readonly Vec3b RedPixel = new(0, 0, 255);
    private static readonly Vec3b BluePixel = new(255, 0, 0);

    private readonly OverlayStage stage = new();

    public void Dispose() => stage.Dispose();

    [Fact]
    public void A_plug_in_is_found_listed_and_draws()
    {
        PlugInCompiler.CompileOverlay(stage.PlugIn, Red);
        using var catalog = new OverlayCatalog(stage.Folder);
        Assert.Contains(new OverlayInfo("test", "made by a test", false, stage.PlugIn), catalog.Overlays);
        using var chain = stage.Open(catalog);
        Assert.Equal(RedPixel, stage.Pixel(chain));
        Assert.Empty(chain.Failures);
    }

    [Fact]
    public void A_plug_in_in_its_own_folder_finds_the_files_beside_it()
    {
        var own = Directory.CreateDirectory(Path.Combine(stage.Folder, "own")).FullName;
        File.WriteAllText(Path.Combine(own, "shade.txt"), "77");
        PlugInCompiler.CompileOverlay(
            Path.Combine(own, "own.dll"),
            "frame.Canvas.SetTo(new Scalar(shade, shade, shade));",
            "int shade; public void Start(OverlayContext context) { shade = " +
                "int.Parse(System.IO.File.ReadAllText(context.FromOverlay(\"shade.txt\"))); }");
        using var catalog = new OverlayCatalog(stage.Folder);
        using var chain = stage.Open(catalog);
        Assert.Equal(new Vec3b(77, 77, 77), stage.Pixel(chain));
    }

    [Fact]
    public void Options_come_from_json()
    {
        PlugInCompiler.CompileOverlay(
            stage.PlugIn,
            "if (Name == \"deep\" && Tone == Tones.Dark) frame.Canvas.SetTo(new Scalar(Level, Level, Level));",
            "public enum Tones { Light, Dark } public string Name { get; set; } public float Level { get; set; } = 1; public Tones Tone " +
                "{ get; set; }");
        using var catalog = new OverlayCatalog(stage.Folder);
        using var chain = stage.Open(
            catalog, new OverlayChainOptions { OptionsFile = stage.WriteOptions(
            """{ "test": { "name": "deep", "level": 12.0, "tone": "dark" } }""") });
        Assert.Equal(new Vec3b(12, 12, 12), stage.Pixel(chain));
    }

    [Theory]
    [InlineData("""{ "test": { "levle": 12 } }""", "levle")]
    [InlineData("""{ "test": { "level": "high" } }""", "high")]
    [InlineData("""{ "tset": { "level": 12 } }""", "tset")]
    public void Options_that_do_not_fit_are_named_in_the_error(string json, string named)
    {
        PlugInCompiler.CompileOverlay(stage.PlugIn, Red, "public int Level { get; set; }");
        using var catalog = new OverlayCatalog(stage.Folder);
        var options = new OverlayChainOptions { OptionsFile = stage.WriteOptions(json) };
        var refused = Assert.Throws<OverlayException>(() => stage.Open(catalog, options));
        Assert.Contains(named, refused.Message);
        Assert.Contains("options.json", refused.Message);
    }

    [Theory]
    [InlineData("[1, 2")]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("""{ "test": 7 }""")]
    public void Options_that_are_not_json_are_bad_input(string json)
    {
        using var catalog = new OverlayCatalog(stage.Folder);
        var options = new OverlayChainOptions { OptionsFile = stage.WriteOptions(json) };
        Assert.Contains("options.json", Assert.Throws<InputException>(() => stage.Open(catalog, options)).Message);
    }

    [Fact]
    public void An_unknown_overlay_is_refused_with_the_list_of_known_ones()
    {
        PlugInCompiler.CompileOverlay(stage.PlugIn, Red);
        using var catalog = new OverlayCatalog(stage.Folder);
        Assert.Contains("choose from", Assert.Throws<OverlayException>(() => stage.Open(catalog, null, "moustache")).Message);
    }

    [Theory]
    [InlineData("1.0.0.0")]
    [InlineData("3.0.0.0")]
    [InlineData("2.1.0.0")]
    public void A_plug_in_for_another_contract_is_refused_with_the_reason(string version)
    {
        var contract = Path.Combine(
            Directory.CreateDirectory(Path.Combine(stage.Folder, "elsewhere")).FullName, "LiveLandmarks.Abstractions.dll");
        PlugInCompiler.Compile(contract,
            $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")] namespace LiveLandmarks.Overlays {{ public interface IOverlay " +
            $"{{ }} }}");
        PlugInCompiler.Compile(stage.PlugIn, "public sealed class Test : IOverlay { }", contract);
        using var catalog = new OverlayCatalog(stage.Folder);
        var problem = Assert.Single(catalog.Problems);
        Assert.Contains(version[..3], problem);
        Assert.Contains(problem, Assert.Throws<OverlayException>(() => stage.Open(catalog)).Message);
    }

    [Fact]
    public void Files_that_are_not_plug_ins_are_ignored()
    {
        File.WriteAllText(Path.Combine(stage.Folder, "notes.dll"), "no assembly");
        File.Copy(typeof(Mat).Assembly.Location, Path.Combine(stage.Folder, "OpenCvSharp.dll"));
        using var catalog = new OverlayCatalog(stage.Folder);
        Assert.Empty(catalog.Problems);
        Assert.DoesNotContain(catalog.Overlays, overlay => overlay.PlugIn is not null);
    }

    [Fact]
    public void Closed_plug_ins_are_removed_from_memory()
    {
        PlugInCompiler.CompileOverlay(
            stage.PlugIn, Red, "public enum Tones { Light, Dark } public Tones Tone { get; set; } public float Level { get; set; }");
        var assembly = DrawOnceAndClose();
        AssertCollected(assembly);
    }

    [Fact]
    public void A_new_version_takes_over_and_the_old_one_is_unloaded()
    {
        PlugInCompiler.CompileOverlay(stage.PlugIn, Red);
        using var catalog = new OverlayCatalog(stage.Folder);
        using var chain = stage.Open(catalog, new OverlayChainOptions { HotReload = true });
        Assert.Equal(RedPixel, stage.Pixel(chain));
        var old = AssemblyOf(catalog);

        PlugInCompiler.CompileOverlay(stage.PlugIn, Blue);
        Assert.True(SpinWait.SpinUntil(() => stage.Pixel(chain) == BluePixel, TimeSpan.FromSeconds(60)),
            string.Join('\n', stage.Log.Lines));
        AssertCollected(old);
    }

    [Fact]
    public void A_new_version_that_cannot_be_loaded_leaves_the_old_one_in_use()
    {
        PlugInCompiler.CompileOverlay(stage.PlugIn, Red);
        using var catalog = new OverlayCatalog(stage.Folder);
        using var chain = stage.Open(catalog, new OverlayChainOptions { HotReload = true });
        PlugInCompiler.CompileOverlay(
            stage.PlugIn, Blue, "public void Start(OverlayContext context) => throw new InvalidOperationException(\"no lens\");");
        Assert.True(SpinWait.SpinUntil(
            () => stage.Pixel(chain) == RedPixel && stage.Log.Lines.Any(line => line.Contains("no lens")), TimeSpan.FromSeconds(60)));
        Assert.Empty(chain.Failures);
    }

    [Fact]
    public void New_options_take_effect_while_the_stream_runs()
    {
        PlugInCompiler.CompileOverlay(
            stage.PlugIn, "frame.Canvas.SetTo(new Scalar(Level, Level, Level));", "public int Level { get; set; }");
        using var catalog = new OverlayCatalog(stage.Folder);
        using var chain = stage.Open(
            catalog, new OverlayChainOptions { HotReload = true, OptionsFile = stage.WriteOptions("""{ "test": { "level": 5 } }""") });
        Assert.Equal(new Vec3b(5, 5, 5), stage.Pixel(chain));
        stage.WriteOptions("""{ "test": { "level": 6 } }""");
        Assert.True(SpinWait.SpinUntil(() => stage.Pixel(chain) == new Vec3b(6, 6, 6), TimeSpan.FromSeconds(60)),
            string.Join('\n', stage.Log.Lines));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference AssemblyOf(OverlayCatalog catalog) => new(catalog.Find("test").Type.Assembly);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference DrawOnceAndClose()
    {
        using var catalog = new OverlayCatalog(stage.Folder);
        using var chain = stage.Open(
            catalog, new OverlayChainOptions { OptionsFile = stage.WriteOptions("""{ "test": { "tone": "dark", "level": 0.5 } }""") });
        Assert.Equal(RedPixel, stage.Pixel(chain));
        return AssemblyOf(catalog);
    }

    private static void AssertCollected(WeakReference assembly)
    {
        Assert.True(
            SpinWait.SpinUntil(
                () =>
                {
                    GC.Collect();
                    GC.WaitForPendingFinalizers();
                    return !assembly.IsAlive;
                },
                TimeSpan.FromSeconds(60)),
            "the plug-in is still in memory");
    }
}
