// The names are the codes.
#pragma warning disable CS1591

namespace OpenCvSharp;

/// <content>Common codes. Containers other than AVI may want them in lower case.</content>
public readonly partial struct FourCC
{
    public static readonly int MJPG = FromString(nameof(MJPG));
}
