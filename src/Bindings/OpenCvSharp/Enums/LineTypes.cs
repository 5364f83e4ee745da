// Names and values are those of OpenCvSharp, so the members carry no text of their own.
#pragma warning disable CS1591

namespace OpenCvSharp;

/// <summary>How the edge of a drawn line is rasterised.</summary>
public enum LineTypes
{
    Link8 = 8,
    Link4 = 4,
    AntiAlias = 16,
}
