namespace OpenCvSharp;

/// <summary>A video file or a camera to read frames from.</summary>
public partial class VideoCapture : CvObject
{
    private nint _handle;
    private Source _source;

    /// <summary>Creates a reader without a source; <see cref="Open(string, VideoCaptureAPIs)"/> gives it one.</summary>
    public VideoCapture() => NativeMethods.Check(NativeMethods.shim_capture_new(out _handle));

    /// <summary>Opens a camera; <see cref="IsOpened"/> says whether that worked.</summary>
    public VideoCapture(int index, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY)
        : this()
    {
        Open(index, apiPreference);
        _source = Source.Camera;
    }

    /// <summary>Opens a video file or stream; <see cref="IsOpened"/> says whether that worked.</summary>
    public VideoCapture(string fileName, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY)
        : this()
    {
        if (string.IsNullOrEmpty(fileName))
            throw new ArgumentNullException(nameof(fileName));
        Open(fileName, apiPreference);
        _source = Source.File;
    }

    /// <summary>Closes the source if nobody disposed the reader.</summary>
    ~VideoCapture() => Dispose(false);

    private enum Source
    {
        None,
        File,
        Camera,
    }

    private protected override nint NativePointer => _handle;

    private nint Handle
    {
        get
        {
            ThrowIfDisposed();
            return _handle;
        }
    }

    /// <summary>Opens a camera.</summary>
    public static VideoCapture FromCamera(int index, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY) =>
        new(index, apiPreference);

    /// <summary>Opens a video file or stream.</summary>
    public static VideoCapture FromFile(string fileName, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY) =>
        new(fileName, apiPreference);

    /// <summary>Opens a video file or stream in place of the present source; says whether that worked.</summary>
    public bool Open(string fileName, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        NativeMethods.Check(
            NativeMethods.shim_capture_open_file(Handle, fileName, (int)apiPreference, out var opened));
        GC.KeepAlive(this);
        return Opened(opened, Source.File);
    }

    /// <summary>Opens a camera in place of the present source; says whether that worked.</summary>
    public bool Open(int index, VideoCaptureAPIs apiPreference = VideoCaptureAPIs.ANY)
    {
        NativeMethods.Check(NativeMethods.shim_capture_open_index(Handle, index, (int)apiPreference, out var opened));
        GC.KeepAlive(this);
        return Opened(opened, Source.Camera);
    }

    /// <summary>Whether there is a source to read from.</summary>
    public bool IsOpened()
    {
        NativeMethods.Check(NativeMethods.shim_capture_is_opened(Handle, out var opened));
        GC.KeepAlive(this);
        return opened != 0;
    }

    /// <summary>Closes the source; another can be opened.</summary>
    public void Release()
    {
        NativeMethods.Check(NativeMethods.shim_capture_release(Handle));
        GC.KeepAlive(this);
    }

    /// <summary>Reads the next frame; says whether there was one.</summary>
    public bool Read(Mat image)
    {
        ArgumentNullException.ThrowIfNull(image);
        NativeMethods.Check(NativeMethods.shim_capture_read(Handle, image.Handle, out var read));
        GC.KeepAlive(this);
        GC.KeepAlive(image);
        return read != 0;
    }

    /// <summary>Reads the next frame; says whether there was one.</summary>
    public bool Read(OutputArray image)
    {
        ArgumentNullException.ThrowIfNull(image);
        image.ThrowIfNotReady();
        NativeMethods.Check(NativeMethods.shim_capture_read(Handle, image.Target, out var read));
        GC.KeepAlive(this);
        image.Fix();
        return read != 0;
    }

    /// <summary>Moves on to the next frame without decoding it; says whether there was one.</summary>
    public bool Grab()
    {
        NativeMethods.Check(NativeMethods.shim_capture_grab(Handle, out var grabbed));
        GC.KeepAlive(this);
        return grabbed != 0;
    }

    /// <summary>Decodes the frame last grabbed; says whether that worked.</summary>
    public bool Retrieve(Mat image, int flag = 0)
    {
        ArgumentNullException.ThrowIfNull(image);
        NativeMethods.Check(NativeMethods.shim_capture_retrieve(Handle, image.Handle, flag, out var retrieved));
        GC.KeepAlive(this);
        GC.KeepAlive(image);
        return retrieved != 0;
    }

    /// <summary>Decodes the frame last grabbed; says whether that worked.</summary>
    public bool Retrieve(OutputArray image, int flag = 0)
    {
        ArgumentNullException.ThrowIfNull(image);
        image.ThrowIfNotReady();
        NativeMethods.Check(NativeMethods.shim_capture_retrieve(Handle, image.Target, flag, out var retrieved));
        GC.KeepAlive(this);
        image.Fix();
        return retrieved != 0;
    }

    private protected override void FreeNative()
    {
        var handle = Interlocked.Exchange(ref _handle, 0);
        if (handle != 0)
            NativeMethods.shim_capture_delete(handle);
    }

    private bool Opened(int opened, Source source)
    {
        if (opened == 0)
            return false;
        _source = source;
        return true;
    }
}
