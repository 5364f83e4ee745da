using LiveLandmarks.Capture;
using LiveLandmarks.Ffmpeg;

namespace LiveLandmarks.Output;

/// <summary>The sound of a video, for another one with the same pictures.</summary>
/// <param name="Source">The video.</param>
/// <param name="FitsMp4">Whether MP4 can hold it as it is.</param>
/// <param name="PictureDelay">What has to be added to the times of the pictures, as <see cref="VideoReader"/> tells them, to fit the sound
/// as ffmpeg reads it.</param>
/// <param name="PictureEnd">Until when the source has pictures, in the times of the reader; null when unknown.</param>
internal sealed record SoundTrack(string Source, bool FitsMp4, TimeSpan PictureDelay, TimeSpan? PictureEnd)
{
    // Those that MP4 players know.
    private static readonly string[] Mp4Codecs = ["aac", "ac3", "alac", "eac3", "mp3", "opus"];

    /// <summary>The first sound track of a video.</summary>
    /// <param name="source">The video file.</param>
    /// <returns>Null where it has none, or ffprobe, which tells, is not installed.</returns>
    /// <exception cref="InputException">It has no pictures that can be read.</exception>
    public static SoundTrack? Of(string source) => VideoProbe.Of(source) is { Sound: { } codec } probe
        ? new SoundTrack(source, Mp4Codecs.Contains(codec), probe.Origin - probe.SoundZero, probe.PictureEnd - probe.Origin)
        : null;
}
