using System.Runtime.InteropServices;

namespace LiveLandmarks.Platform;

/// <summary>Sets environment variables for native libraries, which do not see changes made through .NET's own setter.</summary>
public static partial class NativeEnvironment
{
    /// <summary>Sets a variable; a variable that is already set does not change.</summary>
    /// <param name="name">Name of the variable.</param>
    /// <param name="value">Value of the variable.</param>
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
