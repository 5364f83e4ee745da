using System.Runtime.InteropServices;

namespace LiveLandmarks.Cli;

/// <summary>
/// Keeps OpenCV and FFmpeg from writing to the standard error: what matters is reported in our own words.
/// Their settings are environment variables that native code reads, which .NET's own setter does not reach.
/// </summary>
internal static partial class NativeLog
{
    private static readonly (string Name, string Value)[] Settings =
    [
        ("OPENCV_LOG_LEVEL", "SILENT"),
        ("OPENCV_FFMPEG_LOGLEVEL", "-8"),
    ];

    /// <summary>Call before the first use of OpenCV. A variable that is set already stays as it is.</summary>
    public static void Quieten()
    {
        foreach (var (name, value) in Settings)
        {
            if (Environment.GetEnvironmentVariable(name) is not null)
                continue;
            if (OperatingSystem.IsWindows())
                _ = PutEnvironment(name, value);
            else
                _ = SetEnvironment(name, value, 1);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("ucrtbase", EntryPoint = "_putenv_s", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int PutEnvironment(string name, string value);
}
