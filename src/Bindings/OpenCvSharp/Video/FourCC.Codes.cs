// The names are the codes.
#pragma warning disable CS1591

namespace OpenCvSharp;

/// <content>Common codes. Containers other than AVI may want them in lower case.</content>
public readonly partial struct FourCC
{
    public const int Default = -1;
    public const int Prompt = -1;

    public static readonly int AVC = FromString(nameof(AVC));
    public static readonly int DIVX = FromString(nameof(DIVX));
    public static readonly int H264 = FromString(nameof(X264));
    public static readonly int H265 = FromString(nameof(H265));
    public static readonly int HEVC = FromString(nameof(HEVC));
    public static readonly int I420 = FromString(nameof(I420));
    public static readonly int MJPG = FromString(nameof(MJPG));
    public static readonly int MP4V = FromString(nameof(MP4V));
    public static readonly int MPG4 = FromString(nameof(MPG4));
    public static readonly int X264 = FromString(nameof(X264));
    public static readonly int XVID = FromString(nameof(XVID));
}
