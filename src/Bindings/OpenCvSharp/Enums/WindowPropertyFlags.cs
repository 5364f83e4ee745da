// Names and values are those of OpenCvSharp, so the members carry no text of their own.
#pragma warning disable CS1591

namespace OpenCvSharp;

/// <summary>A property of a window.</summary>
public enum WindowPropertyFlags
{
    Fullscreen = 0,
    AutoSize = 1,
    AspectRatio = 2,
    OpenGL = 3,
    Visible = 4,
    Topmost = 5,
}
