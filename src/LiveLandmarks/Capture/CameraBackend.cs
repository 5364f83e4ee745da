namespace LiveLandmarks.Capture;

/// <summary>The system interface through which a camera is opened.</summary>
public enum CameraBackend
{
    /// <summary>DirectShow on Windows, where Media Foundation takes seconds to open many cameras; elsewhere OpenCV's default.</summary>
    Auto,

    /// <summary>DirectShow (Windows).</summary>
    DirectShow,

    /// <summary>Media Foundation (Windows).</summary>
    MediaFoundation,

    /// <summary>Video4Linux.</summary>
    V4L2,

    /// <summary>GStreamer, if OpenCV was built with it.</summary>
    GStreamer,

    /// <summary>AVFoundation (macOS).</summary>
    AvFoundation,
}
