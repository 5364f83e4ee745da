using System.Diagnostics;
using System.Globalization;

namespace LiveLandmarks.Tests.Capture;

/// <summary>GStreamer's RTSP server on loopback with one H.264 file, which every client sees from its start.</summary>
internal sealed class RtspServer : IDisposable
{
    /// <summary>The Python of the system, which has the bindings of GStreamer.</summary>
    public const string Python = "/usr/bin/python3";

    /// <summary>Python modules that the server needs.</summary>
    public const string Imports =
        "import gi; gi.require_version('Gst', '1.0'); gi.require_version('GstRtspServer', '1.0'); from gi.repository import Gst, " +
        "GstRtspServer, GLib";

    private const string Script = Imports + """

        import sys
        Gst.init(None)
        server = GstRtspServer.RTSPServer()
        server.set_address('127.0.0.1')
        server.set_service(sys.argv[1])
        factory = GstRtspServer.RTSPMediaFactory()
        factory.set_launch('( filesrc location=' + sys.argv[2] + ' ! qtdemux ! h264parse ! rtph264pay name=pay0 config-interval=1 )')
        server.get_mount_points().add_factory('/clip', factory)
        server.attach(None)
        print('ready', flush=True)
        GLib.MainLoop().run()
        """;

    private readonly string file;
    private readonly int port;
    private Process? process;

    private RtspServer(string file, int port) => (this.file, this.port) = (file, port);

    public string Address => $"rtsp://127.0.0.1:{port}/clip";

    public static async Task<RtspServer> StartAsync(string file)
    {
        var server = new RtspServer(file, FileServer.FreePort());
        await server.RestartAsync();
        return server;
    }

    public async Task RestartAsync()
    {
        process = Process.Start(new ProcessStartInfo(Python, ["-c", Script, port.ToString(CultureInfo.InvariantCulture), file])
            { RedirectStandardOutput = true })!;
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync());
    }

    public async Task StopAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public void Dispose()
    {
        process?.Kill();
        process?.Dispose();
    }
}
