using System.Runtime.InteropServices;

namespace LiveLandmarks.Platform;

/// <summary>Environment variables as native libraries read them, which .NET's own setter does not reach.</summary>
public static partial class NativeEnvironment
{
    /// <summary>Sets a variable; one that is set already stays as it is.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public static void SetDefault(string name, string value)
    {
        if (Environment.GetEnvironmentVariable(name) is not null)
            return;
        if (OperatingSystem.IsWindows())
            _ = PutEnvironment(name, value);
        else
            _ = SetEnvironment(name, value, 1);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("ucrtbase", EntryPoint = "_putenv_s", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int PutEnvironment(string name, string value);
}
