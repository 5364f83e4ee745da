namespace OpenCvSharp;

/// <summary>
/// A matrix that OpenCV writes to, and may allocate anew. Good for one call: the call that fills it
/// disposes the wrapper, not the matrix.
/// </summary>
public class OutputArray : CvObject
{
    private readonly Mat _mat;

    internal OutputArray(Mat mat)
    {
        ArgumentNullException.ThrowIfNull(mat);
        mat.ThrowIfDisposed();
        _mat = mat;
    }

    /// <summary>The wrapped matrix's address; zero once the wrapper was used.</summary>
    private protected override nint NativePointer => IsDisposed ? 0 : _mat.CvPtr;

    /// <summary>The native matrix to write to.</summary>
    internal nint Target => _mat.Handle;

    /// <summary>Wraps a matrix.</summary>
    public static implicit operator OutputArray(Mat mat) => new(mat);

    /// <summary>The wrapped matrix.</summary>
    public virtual Mat? GetMat() => _mat;

    /// <summary>Checks that the result of a call has reached the matrix.</summary>
    public virtual void AssignResult()
    {
        if (!IsReady())
            throw new NotSupportedException();
    }

    /// <summary>Ends the use of the wrapper after the call that filled the matrix.</summary>
    public void Fix()
    {
        AssignResult();
        Dispose();
    }

    /// <summary>Whether the wrapper can still be passed to a call.</summary>
    public bool IsReady() => !IsDisposed;

    /// <summary>Throws <see cref="OpenCvSharpException"/> if the wrapper was already used.</summary>
    public void ThrowIfNotReady()
    {
        if (!IsReady())
            throw new OpenCvSharpException("The output array was already used by a call.");
    }
}
