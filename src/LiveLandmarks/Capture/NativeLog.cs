using LiveLandmarks.Platform;

namespace LiveLandmarks.Capture;

/// <summary>Stops OpenCV and FFmpeg from writing to standard error; LiveLandmarks reports what matters itself.</summary>
public static class NativeLog
{
    /// <summary>Call this before the first use of OpenCV. A variable that is already set does not change.</summary>
    public static void Silence()
    {
        NativeEnvironment.SetDefault("OPENCV_LOG_LEVEL", "SILENT");
        NativeEnvironment.SetDefault("OPENCV_FFMPEG_LOGLEVEL", "-8");
    }
}
