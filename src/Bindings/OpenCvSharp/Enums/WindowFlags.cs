// Names and values are those of OpenCvSharp, so the members carry no text of their own.
#pragma warning disable CS1591

namespace OpenCvSharp;

/// <summary>How a window behaves.</summary>
[Flags]
public enum WindowFlags
{
    Normal = 0,
    AutoSize = 1,
    OpenGL = 4096,
    FullScreen = 1,
    FreeRatio = 256,
    KeepRatio = 0,
    GuiExpanded = 0,
    GuiNormal = 16,
}
