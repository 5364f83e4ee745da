namespace OpenCvSharp;

/// <summary>Base of the types that hold something to be given back.</summary>
public abstract class DisposableObject : IDisposable
{
    private int _disposing;

    private protected DisposableObject()
    {
    }

    /// <summary>Whether the object was disposed.</summary>
    public bool IsDisposed { get; protected set; }

    /// <summary>Gives back what the object holds; further calls do nothing.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Throws <see cref="ObjectDisposedException"/> once the object is disposed.</summary>
    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(IsDisposed, this);

    /// <summary>Releases once, on behalf of <see cref="Dispose()"/> or of a finalizer.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _disposing, 1) != 0)
            return;
        IsDisposed = true;
        FreeNative();
    }

    /// <summary>Frees native memory.</summary>
    private protected virtual void FreeNative()
    {
    }
}
