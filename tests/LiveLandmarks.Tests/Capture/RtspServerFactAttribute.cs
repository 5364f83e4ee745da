using System.Diagnostics;

namespace LiveLandmarks.Tests.Capture;

/// <summary>A test that needs ffmpeg and GStreamer's RTSP server for Python; skipped with a reason if they are missing.</summary>
internal sealed class RtspServerFactAttribute : FactAttribute
{
    public RtspServerFactAttribute()
    {
        if (!IsThere())
            Skip = "GStreamer's RTSP server is not installed (Debian: gir1.2-gst-rtsp-server-1.0, python3-gi, " +
                "gstreamer1.0-plugins-good, gstreamer1.0-plugins-bad, ffmpeg).";
    }

    private static bool IsThere()
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(RtspServer.Python, ["-c", RtspServer.Imports]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
