namespace OpenCvSharp;

/// <content>Copies, conversions and parts.</content>
public partial class Mat
{
    /// <summary>
    /// A part of the matrix, as a view that shares the elements. Setting it copies the elements of the
    /// value, which must have the size of the part.
    /// </summary>
    public Mat this[Rect roi]
    {
        get => SubMat(roi);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            value.ThrowIfDisposed();
            if (Dims != value.Dims)
                throw new ArgumentException("The matrices differ in their number of dimensions.", nameof(value));
            if (roi.Size != value.Size())
                throw new ArgumentException("The matrix differs in size from the part it is written to.", nameof(value));
            using var part = SubMat(roi);
            value.CopyTo(part);
        }
    }

    /// <summary>A part of the matrix, as a view that shares the elements.</summary>
    public Mat SubMat(Rect roi)
    {
        if (roi.Width <= 0 || roi.Height <= 0)
            throw new ArgumentException("The part of the matrix is empty.", nameof(roi));
        ThrowIfDisposed();
        return new Mat(this, roi);
    }

    /// <summary>A copy with elements of its own.</summary>
    public Mat Clone()
    {
        if (Empty())
            return new Mat(Size(), Type());
        NativeMethods.Check(NativeMethods.shim_mat_clone(Handle, out var copy));
        GC.KeepAlive(this);
        return new Mat(copy);
    }

    /// <summary>Copies the elements, or those where the mask is not zero.</summary>
    public void CopyTo(OutputArray m, InputArray? mask = null)
    {
        ArgumentNullException.ThrowIfNull(m);
        m.ThrowIfNotReady();
        mask?.ThrowIfDisposed();
        NativeMethods.Check(NativeMethods.shim_mat_copy_to(Handle, m.Target, InputArray.Native(mask)));
        GC.KeepAlive(this);
        GC.KeepAlive(mask);
        m.Fix();
    }

    /// <summary>Copies the elements, or those where the mask is not zero.</summary>
    public void CopyTo(Mat m, InputArray? mask = null)
    {
        ArgumentNullException.ThrowIfNull(m);
        mask?.ThrowIfDisposed();
        NativeMethods.Check(NativeMethods.shim_mat_copy_to(Handle, m.Handle, InputArray.Native(mask)));
        GC.KeepAlive(this);
        GC.KeepAlive(m);
        GC.KeepAlive(mask);
    }

    /// <summary>Converts each element to another depth as element * alpha + beta.</summary>
    public void ConvertTo(OutputArray m, MatType rtype, double alpha = 1, double beta = 0)
    {
        ArgumentNullException.ThrowIfNull(m);
        m.ThrowIfNotReady();
        NativeMethods.Check(NativeMethods.shim_mat_convert_to(Handle, m.Target, rtype.Value, alpha, beta));
        GC.KeepAlive(this);
        m.Fix();
    }

    /// <summary>Allocates the matrix anew, unless it already has the size and type.</summary>
    public void Create(int rows, int cols, MatType type)
    {
        NativeMethods.Check(NativeMethods.shim_mat_create(Handle, rows, cols, type.Value));
        GC.KeepAlive(this);
    }

    /// <summary>Allocates the matrix anew, unless it already has the size and type.</summary>
    public void Create(Size size, MatType type) => Create(size.Height, size.Width, type);

    /// <summary>Sets all elements, or those where the mask is not zero.</summary>
    public Mat SetTo(Scalar value, Mat? mask = null) => SetTo(new NativeInput(value), mask);

    /// <summary>Sets all elements, or those where the mask is not zero.</summary>
    public Mat SetTo(InputArray value, Mat? mask = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        value.ThrowIfDisposed();
        SetTo(InputArray.Native(value), mask);
        GC.KeepAlive(value);
        return this;
    }

    private Mat SetTo(in NativeInput value, Mat? mask)
    {
        var nativeMask = mask is null ? default : new NativeInput(mask.Handle);
        NativeMethods.Check(NativeMethods.shim_mat_set_to(Handle, in value, in nativeMask));
        GC.KeepAlive(this);
        GC.KeepAlive(mask);
        return this;
    }
}
