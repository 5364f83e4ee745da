namespace OpenCvSharp;

/// <summary>Base of the types that stand for a native object.</summary>
public abstract class CvObject : DisposableObject
{
    private protected CvObject()
    {
    }

    /// <summary>The address of the native object, or zero if there is none.</summary>
    public IntPtr CvPtr => NativePointer;

    /// <summary>The address of the native object, or zero if there is none.</summary>
    private protected abstract nint NativePointer { get; }
}
