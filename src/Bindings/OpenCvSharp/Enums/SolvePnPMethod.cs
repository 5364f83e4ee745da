// Names and values are those of OpenCvSharp, so the members carry no text of their own.
#pragma warning disable CS1591

namespace OpenCvSharp;

/// <summary>The algorithm used to find a pose from point pairs.</summary>
public enum SolvePnPMethod
{
    Iterative = 0,
    EPNP = 1,
    P3P = 2,
    DLS = 3,
    UPNP = 4,
    AP3P = 5,
    IPPE = 6,
    IPPE_SQUARE = 7,
    SQPNP = 8,
}
