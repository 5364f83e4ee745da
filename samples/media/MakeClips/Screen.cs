using OpenCvSharp;

namespace MakeClips;

/// <summary>The format of every clip.</summary>
internal static class Screen
{
    /// <summary>Frames per second.</summary>
    public const int FrameRate = 30;

    /// <summary>Size of a frame in pixels.</summary>
    public static Size Size => new(640, 480);
}
