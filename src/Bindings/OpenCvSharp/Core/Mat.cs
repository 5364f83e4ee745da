namespace OpenCvSharp;

/// <summary>A two-dimensional array of numbers: an image, a matrix or a list of points.</summary>
public partial class Mat : CvObject
{
    private nint _handle;

    /// <summary>Creates an empty matrix.</summary>
    public Mat() => NativeMethods.Check(NativeMethods.shim_mat_new(out _handle));

    /// <summary>Creates a matrix whose elements are not initialised.</summary>
    public Mat(int rows, int cols, MatType type) =>
        NativeMethods.Check(NativeMethods.shim_mat_new_size(rows, cols, type.Value, out _handle));

    /// <summary>Creates a matrix whose elements are not initialised.</summary>
    public Mat(Size size, MatType type)
        : this(size.Height, size.Width, type)
    {
    }

    /// <summary>Creates a matrix with all elements set to one value.</summary>
    public Mat(int rows, int cols, MatType type, Scalar s) =>
        NativeMethods.Check(NativeMethods.shim_mat_new_filled(rows, cols, type.Value, in s, out _handle));

    /// <summary>Creates a matrix with all elements set to one value.</summary>
    public Mat(Size size, MatType type, Scalar s)
        : this(size.Height, size.Width, type, s)
    {
    }

    /// <summary>Creates a view of a part of a matrix; both share the elements.</summary>
    public Mat(Mat m, Rect roi)
    {
        ArgumentNullException.ThrowIfNull(m);
        NativeMethods.Check(NativeMethods.shim_mat_new_roi(m.Handle, roi, out _handle));
        GC.KeepAlive(m);
    }

    private Mat(nint handle) => _handle = handle;

    /// <summary>Frees the matrix if nobody disposed it.</summary>
    ~Mat() => Dispose(false);

    /// <summary>The address of the native matrix; zero once disposed.</summary>
    private protected override nint NativePointer => _handle;

    /// <summary>The address of the native matrix; throws once disposed.</summary>
    internal nint Handle
    {
        get
        {
            var handle = _handle;
            ObjectDisposedException.ThrowIf(handle == 0, this);
            return handle;
        }
    }

    /// <summary>
    /// Creates a matrix on memory of the caller, who keeps it alive and in place. A step of zero means
    /// rows without a gap between them.
    /// </summary>
    public static Mat FromPixelData(int rows, int cols, MatType type, IntPtr data, long step = 0)
    {
        NativeMethods.Check(NativeMethods.shim_mat_new_data(rows, cols, type.Value, data, step, out var handle));
        return new Mat(handle);
    }

    /// <summary>The same as <see cref="DisposableObject.Dispose()"/>.</summary>
    public void Release() => Dispose();

    /// <summary>Says what the matrix looks like.</summary>
    public override string ToString() => IsDisposed
        ? "Mat [disposed]"
        : $"Mat [ {Rows}*{Cols}*{Type()}, IsContinuous={IsContinuous()}, IsSubmatrix={IsSubmatrix()}, " +
          $"Ptr=0x{CvPtr:x}, Data=0x{Data:x} ]";

    /// <summary>Takes over a native matrix that the shim returned.</summary>
    internal static Mat Own(nint handle) => new(handle);

    /// <inheritdoc/>
    private protected override void FreeNative()
    {
        var handle = Interlocked.Exchange(ref _handle, 0);
        if (handle != 0)
            NativeMethods.shim_mat_delete(handle);
    }
}
