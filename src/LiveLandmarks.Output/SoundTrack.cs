using LiveLandmarks.Capture;
using LiveLandmarks.Ffmpeg;

namespace LiveLandmarks.Output;

/// <summary>The sound of a video, to be added to another video with the same pictures.</summary>
/// <param name="Source">The video with the sound.</param>
/// <param name="FitsMp4">Whether MP4 can hold the sound without encoding it again.</param>
/// <param name="PictureDelay">The time to add to the times of the pictures, as <see cref="VideoReader"/> reports them, to match the sound
/// as ffmpeg reads it.</param>
/// <param name="PictureEnd">The time at which the source's pictures end, as the reader counts it; null if unknown.</param>
internal sealed record SoundTrack(string Source, bool FitsMp4, TimeSpan PictureDelay, TimeSpan? PictureEnd)
{
    // Codecs that MP4 players support.
    private static readonly string[] Mp4Codecs = ["aac", "ac3", "alac", "eac3", "mp3", "opus"];

    /// <summary>The first sound track of a video.</summary>
    /// <param name="source">The video file.</param>
    /// <returns>Null if the video has no sound, or if ffprobe, which is needed to find out, is not installed.</returns>
    /// <exception cref="InputException">The video has no readable pictures.</exception>
    public static SoundTrack? Of(string source) => VideoProbe.Of(source) is { Sound: { } codec } probe
        ? new SoundTrack(source, Mp4Codecs.Contains(codec), probe.Origin - probe.SoundZero, probe.PictureEnd - probe.Origin)
        : null;
}
