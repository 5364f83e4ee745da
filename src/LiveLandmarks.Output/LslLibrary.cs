using System.Reflection;
using System.Runtime.InteropServices;

namespace LiveLandmarks.Output;

/// <summary>
/// The C interface of liblsl (github.com/sccn/liblsl), as far as a stream of numbers needs it. The library is not a NuGet package: it is
/// found where the system finds libraries, or at the file that the variable <see cref="PathVariable"/> names.
/// </summary>
internal static partial class LslLibrary
{
    /// <summary>Name of the environment variable with the library's file.</summary>
    public const string PathVariable = "LIVELANDMARKS_LIBLSL";

    /// <summary>Numbers of 32 bits, in liblsl's list of formats.</summary>
    public const int Float32 = 1;

    private const string Name = "lsl";

    private static readonly string[] Files = OperatingSystem.IsWindows() ? ["lsl.dll", "liblsl64.dll"]
        : OperatingSystem.IsMacOS() ? ["liblsl.2.dylib", "liblsl.dylib"]
        : ["liblsl.so.2", "liblsl.so", "liblsl64.so"];

    private static string? NamedFile => Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } file ? file : null;

    static LslLibrary() => NativeLibrary.SetDllImportResolver(typeof(LslLibrary).Assembly, Find);

    /// <summary>Throws unless the library is there.</summary>
    /// <exception cref="OutputException">It is not, or it is not liblsl.</exception>
    public static void Require()
    {
        try
        {
            _ = Version();
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            throw new OutputException(
                NamedFile is { } file
                    ? $"lsl: {file}, which {PathVariable} names, is not the library liblsl for this system; correct the variable or unset "
                        + "it."
                    : "lsl: the library liblsl is not installed; get it from https://github.com/sccn/liblsl/releases, or set "
                        + $"{PathVariable} to its file.", e);
        }
    }

    [LibraryImport(Name, EntryPoint = "lsl_library_version")]
    public static partial int Version();

    [LibraryImport(Name, EntryPoint = "lsl_local_clock")]
    public static partial double Clock();

    [LibraryImport(Name, EntryPoint = "lsl_create_streaminfo", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint CreateInfo(string name, string type, int channels, double rate, int format, string source);

    [LibraryImport(Name, EntryPoint = "lsl_destroy_streaminfo")]
    public static partial void DestroyInfo(nint info);

    [LibraryImport(Name, EntryPoint = "lsl_get_desc")]
    public static partial nint Description(nint info);

    [LibraryImport(Name, EntryPoint = "lsl_append_child", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint AppendChild(nint element, string name);

    [LibraryImport(Name, EntryPoint = "lsl_append_child_value", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint AppendValue(nint element, string name, string value);

    /// <param name="info">The stream's description.</param>
    /// <param name="chunk">Samples in a chunk; 0 for as many as are pushed at once.</param>
    /// <param name="buffered">Seconds kept for a receiver that is slow.</param>
    [LibraryImport(Name, EntryPoint = "lsl_create_outlet")]
    public static partial nint CreateOutlet(nint info, int chunk, int buffered);

    [LibraryImport(Name, EntryPoint = "lsl_destroy_outlet")]
    public static partial void DestroyOutlet(nint outlet);

    [LibraryImport(Name, EntryPoint = "lsl_push_sample_ft")]
    public static partial int Push(nint outlet, ReadOnlySpan<float> sample, double time);

    private static nint Find(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Name)
            return 0;
        string[] candidates = NamedFile is { } file ? [file] : Files;
        foreach (var candidate in candidates)
        {
            if (NativeLibrary.TryLoad(candidate, assembly, path, out var library))
                return library;
        }
        return 0;
    }
}
