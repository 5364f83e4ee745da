using System.Runtime.InteropServices;

namespace LiveLandmarks.Tests.Output;

/// <summary>A receiver of the Lab Streaming Layer: finds a stream on the network by its name, and reads its samples.</summary>
internal sealed partial class LslInlet : IDisposable
{
    private const double Patience = 10;

    private readonly nint inlet;

    private LslInlet(nint inlet) => this.inlet = inlet;

    public static LslInlet Find(string name)
    {
        var found = new nint[1];
        Assert.Equal(1, Resolve(found, 1, "name", name, 1, Patience));
        var inlet = new LslInlet(Create(found[0], 60, 0, 1));
        DestroyInfo(found[0]);
        Open(inlet.inlet, Patience, out var error);
        Assert.Equal(0, error);
        return inlet;
    }

    /// <summary>The whole description of the stream, as XML.</summary>
    public string Description()
    {
        var info = FullInfo(inlet, Patience, out _);
        var text = Xml(info);
        var xml = Marshal.PtrToStringUTF8(text)!;
        DestroyInfo(info);
        return xml;
    }

    /// <summary>The next sample, and its time on the clock of the sender.</summary>
    public (float[] Sample, double Time) Pull(int channels)
    {
        var sample = new float[channels];
        var time = Pull(inlet, sample, channels, Patience, out var error);
        Assert.Equal(0, error);
        return (sample, time);
    }

    public void Dispose() => Destroy(inlet);

    [LibraryImport("lsl", EntryPoint = "lsl_resolve_byprop", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Resolve([Out] nint[] buffer, int length, string property, string value, int least, double seconds);

    [LibraryImport("lsl", EntryPoint = "lsl_create_inlet")]
    private static partial nint Create(nint info, int buffered, int chunk, int recover);

    [LibraryImport("lsl", EntryPoint = "lsl_open_stream")]
    private static partial void Open(nint inlet, double seconds, out int error);

    [LibraryImport("lsl", EntryPoint = "lsl_pull_sample_f")]
    private static partial double Pull(nint inlet, [Out] float[] sample, int length, double seconds, out int error);

    [LibraryImport("lsl", EntryPoint = "lsl_get_fullinfo")]
    private static partial nint FullInfo(nint inlet, double seconds, out int error);

    [LibraryImport("lsl", EntryPoint = "lsl_get_xml")]
    private static partial nint Xml(nint info);

    [LibraryImport("lsl", EntryPoint = "lsl_destroy_streaminfo")]
    private static partial void DestroyInfo(nint info);

    [LibraryImport("lsl", EntryPoint = "lsl_destroy_inlet")]
    private static partial void Destroy(nint inlet);
}
