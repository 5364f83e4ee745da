namespace OpenCvSharp;

/// <content>
/// The header. The native matrix is the only place it is kept, since any call may change it; each
/// getter is one short native call.
/// </content>
public partial class Mat
{
    /// <summary>The number of dimensions; 2 for an image, 0 for a matrix never allocated.</summary>
    public int Dims => Done(NativeMethods.shim_mat_dims(Handle));

    /// <summary>The number of rows.</summary>
    public int Rows => Done(NativeMethods.shim_mat_rows(Handle));

    /// <summary>The number of columns.</summary>
    public int Cols => Done(NativeMethods.shim_mat_cols(Handle));

    /// <summary>The same as <see cref="Rows"/>.</summary>
    public int Height => Rows;

    /// <summary>The same as <see cref="Cols"/>.</summary>
    public int Width => Cols;

    /// <summary>The address of the first element.</summary>
    public unsafe IntPtr Data => (nint)DataPointer;

    /// <summary>The address of the first element.</summary>
    public unsafe byte* DataPointer
    {
        get
        {
            var data = NativeMethods.shim_mat_data(Handle);
            GC.KeepAlive(this);
            return data;
        }
    }

    /// <summary>The width and height.</summary>
    public Size Size() => new(Cols, Rows);

    /// <summary>The type of an element, all channels together.</summary>
    public MatType Type() => Done(NativeMethods.shim_mat_type(Handle));

    /// <summary>The type of a channel, one of <see cref="MatType.CV_8U"/> and its like.</summary>
    public int Depth() => Done(NativeMethods.shim_mat_depth(Handle));

    /// <summary>The number of channels.</summary>
    public int Channels() => Done(NativeMethods.shim_mat_channels(Handle));

    /// <summary>The bytes of an element, all channels together.</summary>
    public int ElemSize() => Done(NativeMethods.shim_mat_elem_size(Handle));

    /// <summary>The bytes from one row to the next.</summary>
    public long Step() => Done(NativeMethods.shim_mat_step(Handle));

    /// <summary>The number of elements.</summary>
    public long Total() => Done(NativeMethods.shim_mat_total(Handle));

    /// <summary>Whether there are no elements.</summary>
    public bool Empty() => Done(NativeMethods.shim_mat_empty(Handle)) != 0;

    /// <summary>Whether rows follow each other without a gap.</summary>
    public bool IsContinuous() => Done(NativeMethods.shim_mat_is_continuous(Handle)) != 0;

    /// <summary>Whether the matrix is a part of a larger one.</summary>
    public bool IsSubmatrix() => Done(NativeMethods.shim_mat_is_submatrix(Handle)) != 0;

    /// <summary>Keeps the matrix alive until the native call before it has returned.</summary>
    private T Done<T>(T value)
    {
        GC.KeepAlive(this);
        return value;
    }
}
