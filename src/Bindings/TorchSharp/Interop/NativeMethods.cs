using System.Runtime.InteropServices;

namespace TorchSharp;

internal static unsafe partial class NativeMethods
{
    private const string Library = "torchsharp_shim";

    /// <summary>Throws what the shim recorded on this thread when it returned something other than 0.</summary>
    public static void Check(int status)
    {
        if (status != 0)
            Throw();
    }

    private static void Throw() =>
        throw new ExternalException(Marshal.PtrToStringUTF8(shim_last_error()));

    [LibraryImport(Library)]
    private static partial nint shim_last_error();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int shim_operator_find(string name, string overload, out nint result);

    [LibraryImport(Library)]
    public static partial int shim_operator_call(
        nint target, NativeValue* arguments, int argumentCount, NativeValue* result);

    [LibraryImport(Library)]
    public static partial int shim_set_num_threads(int count);

    [LibraryImport(Library)]
    public static partial int shim_generator_default(out nint result);

    [LibraryImport(Library)]
    public static partial void shim_generator_release(nint generator);

    [LibraryImport(Library)]
    public static partial int shim_generator_set_seed(nint generator, ulong seed);
}
