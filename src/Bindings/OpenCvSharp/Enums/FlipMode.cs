// Names and values are those of OpenCvSharp, so the members carry no text of their own.
#pragma warning disable CS1591

namespace OpenCvSharp;

/// <summary>The axis an image is mirrored about.</summary>
public enum FlipMode
{
    X = 0,
    Y = 1,
    XY = -1,
}
