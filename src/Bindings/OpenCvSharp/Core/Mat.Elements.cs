using System.Runtime.CompilerServices;

namespace OpenCvSharp;

/// <content>Access to single elements, without a check of the bounds.</content>
public partial class Mat
{
    /// <summary>The address of a row.</summary>
    public IntPtr Ptr(int i0) => Done(NativeMethods.shim_mat_ptr1(Handle, i0));

    /// <summary>The address of the element at a row and a column.</summary>
    public IntPtr Ptr(int i0, int i1) => Done(NativeMethods.shim_mat_ptr2(Handle, i0, i1));

    /// <summary>The element at a row and a column, as a copy.</summary>
    public unsafe T Get<T>(int i0, int i1)
        where T : struct
    {
        ThrowIfNotPlain<T>();
        var value = Unsafe.ReadUnaligned<T>((void*)Ptr(i0, i1));
        GC.KeepAlive(this);
        return value;
    }

    /// <summary>The element at a row and a column, in place; it must not outlive the matrix.</summary>
    public unsafe ref T At<T>(int i0, int i1)
        where T : unmanaged => ref Unsafe.AsRef<T>((void*)Ptr(i0, i1));

    /// <summary>Writes the element at a row and a column.</summary>
    public unsafe void Set<T>(int i0, int i1, T value)
        where T : struct
    {
        ThrowIfNotPlain<T>();
        Unsafe.WriteUnaligned((void*)Ptr(i0, i1), value);
        GC.KeepAlive(this);
    }

    private static void ThrowIfNotPlain<T>()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            throw new ArgumentException($"{typeof(T)} holds references; it cannot be an element of a matrix.");
    }
}
