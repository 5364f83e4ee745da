namespace OpenCvSharp;

/// <content>Properties of the source.</content>
public partial class VideoCapture
{
    /// <summary>The time of the next frame in milliseconds.</summary>
    public int PosMsec
    {
        get => (int)Get(VideoCaptureProperties.PosMsec);
        set => Set(VideoCaptureProperties.PosMsec, value);
    }

    /// <summary>The number of the next frame, from zero. It cannot be set for a camera.</summary>
    public int PosFrames
    {
        get => (int)Get(VideoCaptureProperties.PosFrames);
        set
        {
            if (_source == Source.Camera)
                throw new NotSupportedException("A camera has no frame to go to.");
            Set(VideoCaptureProperties.PosFrames, value);
        }
    }

    /// <summary>The width of the frames. It can only be set for a camera.</summary>
    public int FrameWidth
    {
        get => (int)Get(VideoCaptureProperties.FrameWidth);
        set => SetForCamera(VideoCaptureProperties.FrameWidth, value);
    }

    /// <summary>The height of the frames. It can only be set for a camera.</summary>
    public int FrameHeight
    {
        get => (int)Get(VideoCaptureProperties.FrameHeight);
        set => SetForCamera(VideoCaptureProperties.FrameHeight, value);
    }

    /// <summary>Frames per second. It can only be set for a camera.</summary>
    public double Fps
    {
        get => Get(VideoCaptureProperties.Fps);
        set => SetForCamera(VideoCaptureProperties.Fps, value);
    }

    /// <summary>The number of frames a file says it has.</summary>
    public int FrameCount => (int)Get(VideoCaptureProperties.FrameCount);

    /// <summary>A property of the source; zero where it has no such property.</summary>
    public double Get(VideoCaptureProperties propertyId) => Get((int)propertyId);

    /// <summary>A property of the source; zero where it has no such property.</summary>
    public double Get(int propertyId)
    {
        NativeMethods.Check(NativeMethods.shim_capture_get(Handle, propertyId, out var value));
        GC.KeepAlive(this);
        return value;
    }

    /// <summary>Asks the source to change a property; says whether it took the value.</summary>
    public bool Set(VideoCaptureProperties propertyId, double value) => Set((int)propertyId, value);

    /// <summary>Asks the source to change a property; says whether it took the value.</summary>
    public bool Set(int propertyId, double value)
    {
        NativeMethods.Check(NativeMethods.shim_capture_set(Handle, propertyId, value, out var accepted));
        GC.KeepAlive(this);
        return accepted != 0;
    }

    /// <summary>The name of the backend in use.</summary>
    public string GetBackendName()
    {
        NativeMethods.Check(NativeMethods.shim_capture_backend(Handle, out var name));
        GC.KeepAlive(this);
        return NativeMethods.Text(name);
    }

    private void SetForCamera(VideoCaptureProperties property, double value)
    {
        if (_source == Source.File)
            throw new NotSupportedException("Only a camera lets this property be set.");
        Set(property, value);
    }
}
