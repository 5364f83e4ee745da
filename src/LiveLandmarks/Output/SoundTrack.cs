using System.Globalization;
using System.Text.Json;
using LiveLandmarks.Ffmpeg;

namespace LiveLandmarks.Output;

/// <summary>The sound of a video, for another one with the same pictures.</summary>
/// <param name="Source">The video.</param>
/// <param name="FitsMp4">Whether MP4 can hold it as it is.</param>
/// <param name="PictureDelay">By how much the first picture comes after the begin of the video.</param>
/// <param name="PictureLength">How long its pictures go on; null when unknown.</param>
internal sealed record SoundTrack(string Source, bool FitsMp4, TimeSpan PictureDelay, TimeSpan? PictureLength)
{
    // Those that MP4 players know.
    private static readonly string[] Mp4Codecs = ["aac", "ac3", "alac", "eac3", "mp3", "opus"];

    /// <summary>The first sound track of a video.</summary>
    /// <param name="source">The video file.</param>
    /// <returns>Null where it has none, or ffprobe, which tells, is not installed.</returns>
    public static SoundTrack? Of(string source)
    {
        if (FfmpegProgram.OutputOf("ffprobe", "-v", "error", "-show_entries", "format=start_time:stream=codec_type,codec_name,start_time,duration:stream_tags=DURATION", "-of", "json", source)
            is not { } answer)
        {
            return null;
        }
        using var json = JsonDocument.Parse(answer);
        if (First(json.RootElement, "audio") is not { } audio || First(json.RootElement, "video") is not { } video)
            return null;
        var format = json.RootElement.GetProperty("format");
        var delay = (Seconds(video, "start_time") ?? 0) - (Seconds(format, "start_time") ?? 0);
        return new SoundTrack(
            source,
            Mp4Codecs.Contains(audio.GetProperty("codec_name").GetString()),
            TimeSpan.FromSeconds(Math.Max(0, delay)),
            Seconds(video, "duration") is { } length ? TimeSpan.FromSeconds(length) : MatroskaEnd(video) - TimeSpan.FromSeconds(Math.Max(0, delay)));
    }

    /// <summary>Where the pictures end, which Matroska has in a tag, as hours:minutes:seconds with nine decimals, two more than <see cref="TimeSpan"/> reads.</summary>
    private static TimeSpan? MatroskaEnd(JsonElement video) =>
        video.TryGetProperty("tags", out var tags) && tags.TryGetProperty("DURATION", out var end) && TimeSpan.TryParse(end.GetString()?[..^2], CultureInfo.InvariantCulture, out var time)
            ? time
            : null;

    private static JsonElement? First(JsonElement root, string type)
    {
        foreach (var stream in root.GetProperty("streams").EnumerateArray())
        {
            if (stream.GetProperty("codec_type").GetString() == type)
                return stream;
        }
        return null;
    }

    private static double? Seconds(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && double.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}
