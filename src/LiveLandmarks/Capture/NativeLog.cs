using LiveLandmarks.Platform;

namespace LiveLandmarks.Capture;

/// <summary>Keeps OpenCV and FFmpeg from writing to the standard error: what matters is reported in our own words.</summary>
public static class NativeLog
{
    /// <summary>Call before the first use of OpenCV. A variable that is set already stays as it is.</summary>
    public static void Quieten()
    {
        NativeEnvironment.SetDefault("OPENCV_LOG_LEVEL", "SILENT");
        NativeEnvironment.SetDefault("OPENCV_FFMPEG_LOGLEVEL", "-8");
    }
}
