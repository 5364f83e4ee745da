namespace LiveLandmarks.Capture;

/// <summary>The system interface through which a camera is opened.</summary>
public enum CameraBackend
{
    /// <summary>DirectShow on Windows, where Media Foundation takes seconds to open many cameras; else what OpenCV prefers.</summary>
    Auto,

    /// <summary>DirectShow (Windows).</summary>
    DirectShow,

    /// <summary>Media Foundation (Windows).</summary>
    MediaFoundation,

    /// <summary>Video4Linux.</summary>
    V4L2,

    /// <summary>GStreamer, where OpenCV was built with it.</summary>
    GStreamer,

    /// <summary>AVFoundation (macOS).</summary>
    AvFoundation,
}
