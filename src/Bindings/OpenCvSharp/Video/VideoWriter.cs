namespace OpenCvSharp;

/// <summary>A video file to write frames to.</summary>
public class VideoWriter : CvObject
{
    private nint _handle;

    /// <summary>Creates a writer without a file; <see cref="Open(string, OpenCvSharp.FourCC, double, Size, bool)"/> gives it one.</summary>
    public VideoWriter()
    {
        Fps = -1;
        IsColor = true;
        NativeMethods.Check(NativeMethods.shim_writer_new(out _handle));
    }

    /// <summary>Opens a file; <see cref="IsOpened"/> says whether that worked.</summary>
    public VideoWriter(string fileName, FourCC fourcc, double fps, Size frameSize, bool isColor = true)
        : this(fileName, VideoCaptureAPIs.ANY, fourcc, fps, frameSize, isColor)
    {
    }

    /// <summary>Opens a file with one backend; <see cref="IsOpened"/> says whether that worked.</summary>
    public VideoWriter(
        string fileName, VideoCaptureAPIs apiPreference, FourCC fourcc, double fps, Size frameSize, bool isColor = true)
        : this()
    {
        ArgumentNullException.ThrowIfNull(fileName);
        OpenFile(fileName, apiPreference, fourcc, fps, frameSize, isColor);
    }

    /// <summary>Closes the file if nobody disposed the writer.</summary>
    ~VideoWriter() => Dispose(false);

    /// <summary>The file, if one was named.</summary>
    public string? FileName { get; private set; }

    /// <summary>Frames per second; -1 before a file is named.</summary>
    public double Fps { get; private set; }

    /// <summary>The size every frame must have.</summary>
    public Size FrameSize { get; private set; }

    /// <summary>Whether frames have colour.</summary>
    public bool IsColor { get; private set; }

    private protected override nint NativePointer => _handle;

    private nint Handle
    {
        get
        {
            ThrowIfDisposed();
            return _handle;
        }
    }

    /// <summary>The code of a codec from its four characters.</summary>
    public static int FourCC(char c1, char c2, char c3, char c4) =>
        (byte)c1 | ((byte)c2 << 8) | ((byte)c3 << 16) | ((byte)c4 << 24);

    /// <summary>The code of a codec from its four characters.</summary>
    public static int FourCC(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != 4)
            throw new ArgumentException("A codec has four characters.", nameof(code));
        return FourCC(code[0], code[1], code[2], code[3]);
    }

    /// <summary>Opens a file in place of the present one; says whether that worked.</summary>
    public bool Open(string fileName, FourCC fourcc, double fps, Size frameSize, bool isColor = true) =>
        Open(fileName, VideoCaptureAPIs.ANY, fourcc, fps, frameSize, isColor);

    /// <summary>Opens a file with one backend in place of the present one; says whether that worked.</summary>
    public bool Open(
        string fileName, VideoCaptureAPIs apiPreference, FourCC fourcc, double fps, Size frameSize, bool isColor = true)
    {
        ThrowIfDisposed();
        if (string.IsNullOrEmpty(fileName))
            throw new ArgumentNullException(nameof(fileName));
        return OpenFile(fileName, apiPreference, fourcc, fps, frameSize, isColor);
    }

    /// <summary>Whether there is a file to write to.</summary>
    public bool IsOpened()
    {
        NativeMethods.Check(NativeMethods.shim_writer_is_opened(Handle, out var opened));
        GC.KeepAlive(this);
        return opened != 0;
    }

    /// <summary>Completes and closes the file; another can be opened.</summary>
    public void Release()
    {
        NativeMethods.Check(NativeMethods.shim_writer_release(Handle));
        GC.KeepAlive(this);
    }

    /// <summary>Appends a frame.</summary>
    public void Write(InputArray image)
    {
        ArgumentNullException.ThrowIfNull(image);
        image.ThrowIfDisposed();
        NativeMethods.Check(NativeMethods.shim_writer_write(Handle, InputArray.Native(image)));
        GC.KeepAlive(this);
        GC.KeepAlive(image);
    }

    /// <summary>A property of the writer; zero where it has no such property.</summary>
    public double Get(VideoWriterProperties propId)
    {
        NativeMethods.Check(NativeMethods.shim_writer_get(Handle, (int)propId, out var value));
        GC.KeepAlive(this);
        return value;
    }

    /// <summary>Asks the writer to change a property; says whether it took the value.</summary>
    public bool Set(VideoWriterProperties propId, double value)
    {
        NativeMethods.Check(NativeMethods.shim_writer_set(Handle, (int)propId, value, out var accepted));
        GC.KeepAlive(this);
        return accepted != 0;
    }

    /// <summary>The name of the backend in use.</summary>
    public string GetBackendName()
    {
        NativeMethods.Check(NativeMethods.shim_writer_backend(Handle, out var name));
        GC.KeepAlive(this);
        return NativeMethods.Text(name);
    }

    private protected override void FreeNative()
    {
        var handle = Interlocked.Exchange(ref _handle, 0);
        if (handle != 0)
            NativeMethods.shim_writer_delete(handle);
    }

    private bool OpenFile(
        string fileName, VideoCaptureAPIs apiPreference, FourCC fourcc, double fps, Size frameSize, bool isColor)
    {
        FileName = fileName;
        Fps = fps;
        FrameSize = frameSize;
        IsColor = isColor;
        NativeMethods.Check(NativeMethods.shim_writer_open(
            Handle, fileName, (int)apiPreference, fourcc.Value, fps, frameSize, isColor ? 1 : 0, out var opened));
        GC.KeepAlive(this);
        return opened != 0;
    }
}
