using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>The functions of the shim, under the names they are exported with.</summary>
internal static partial class NativeMethods
{
    private const string Library = "opencvsharp_shim";

    /// <summary>Turns the status of a shim function into an exception.</summary>
    public static void Check(int status)
    {
        if (status != 0)
            ThrowLastError();
    }

    /// <summary>Copies a text that the shim owns.</summary>
    public static string Text(nint utf8) => Marshal.PtrToStringUTF8(utf8) ?? string.Empty;

    [DoesNotReturn]
    private static void ThrowLastError()
    {
        shim_last_error_details(out var code, out var line, out var function, out var file);
        throw new OpenCVException((ErrorCode)code, Text(function), Text(shim_last_error()), Text(file), line);
    }

    [LibraryImport(Library)]
    private static partial nint shim_last_error();

    [LibraryImport(Library)]
    private static partial void shim_last_error_details(out int code, out int line, out nint function, out nint file);
}
