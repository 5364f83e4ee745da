using System.Globalization;
using System.Text.Json;

namespace LiveLandmarks.Ffmpeg;

/// <summary>What ffprobe reports about a video file.</summary>
/// <param name="Width">Width of its pictures in pixels as they are shown: with square pixels, upright.</param>
/// <param name="Height">Height of its pictures in pixels, as they are shown.</param>
/// <param name="FramesPerSecond">Nominal frame rate, above 0.</param>
/// <param name="FrameCount">Number of pictures that are shown; an estimate. Null if unknown.</param>
/// <param name="HasColorMatrix">Whether the file states its color matrix.</param>
/// <param name="Begin">Start of its first track, on the file's clock.</param>
/// <param name="PictureBegin">When its first picture is shown, on the file's clock; null if unknown.</param>
/// <param name="PictureEnd">When its last picture ends, on the file's clock; null if unknown.</param>
/// <param name="Sound">Codec of its first sound track; null if it has none.</param>
/// <param name="SoundZero">The time on the file's clock that is ffmpeg's 0 if only the sound is used.</param>
public sealed record VideoProbe(
    int Width, int Height, double FramesPerSecond, long? FrameCount, bool HasColorMatrix, TimeSpan Begin, TimeSpan? PictureBegin,
    TimeSpan? PictureEnd, string? Sound, TimeSpan SoundZero)
{
    private const double AssumedFrameRate = 30;
    private const double HighestNominalRate = 240;

    // Formats with clocks that jump: ffmpeg counts from the start of the tracks in use; in other formats, from the start of the file.
    private static readonly string[] JumpingClocks = ["mpegts", "mpeg", "ogg", "hls"];

    private static readonly string[] Wanted =
    [
        "-v", "error", "-of", "json", "-show_entries",
        "format=format_name,start_time,duration:stream=codec_type,codec_name,width,height,sample_aspect_ratio,color_space,"
        + "start_time,duration,nb_frames,r_frame_rate,avg_frame_rate"
            + ":stream_disposition=attached_pic:stream_side_data=rotation:stream_tags=DURATION",
    ];

    /// <summary>
    /// The time on the file's clock that counts as 0. Most files start at 0; transport streams start anywhere. If only the sound starts
    /// before 0, that part is encoder padding to be left out.
    /// </summary>
    public TimeSpan Origin => Begin > TimeSpan.Zero || PictureBegin < TimeSpan.Zero ? Begin : TimeSpan.Zero;

    /// <summary>Inspects a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Null if ffprobe is not installed.</returns>
    /// <exception cref="InputException">The file has no readable pictures.</exception>
    public static VideoProbe? Of(string path)
    {
        if (FfmpegProgram.Run("ffprobe", [.. Wanted, FfmpegProgram.FileAddress(path)]) is not { } run)
            return null;
        if (run.ExitCode != 0)
            throw Unreadable(path, run.LastError);
        using var json = JsonDocument.Parse(run.Output);
        var streams = json.RootElement.GetProperty("streams").EnumerateArray().ToArray();
        var video = streams.FirstOrDefault(IsVideo);
        if (video.ValueKind == JsonValueKind.Undefined || Integer(video, "width") is not > 0 || Integer(video, "height") is not > 0)
            throw Unreadable(path, "it has no pictures");
        var sound = streams.FirstOrDefault(stream => Text(stream, "codec_type") == "audio" && Text(stream, "codec_name") is not null);
        var format = json.RootElement.GetProperty("format");

        var (width, height) = ShownSize(video);
        var rate = Rate(video, "r_frame_rate") is > 0 and <= HighestNominalRate and var nominal ? nominal
            : Rate(video, "avg_frame_rate") is > 0 and <= 10 * HighestNominalRate and var average ? average
            : AssumedFrameRate;
        var begin = Time(format, "start_time") ?? TimeSpan.Zero;
        var pictureBegin = Time(video, "start_time");
        var end = (Time(video, "duration") is { } duration ? (pictureBegin ?? begin) + duration : TaggedEnd(video))
            ?? (sound.ValueKind == JsonValueKind.Undefined && Time(format, "duration") is { } whole ? begin + whole : null);
        // The header of AVI states how many pictures there were before the file was cut off.
        if (Text(format, "format_name") == "avi"
            && Integer(video, "nb_frames") is { } stated
            && (pictureBegin ?? begin) + TimeSpan.FromSeconds(stated / rate) is var statedEnd
            && statedEnd > end)
            end = statedEnd;
        return new VideoProbe(
            width, height, rate, Count(video, end - (pictureBegin ?? begin)), Text(video, "color_space") is not (null or "unknown"), begin,
            pictureBegin, end, Text(sound, "codec_name"),
            JumpingClocks.Contains(Text(format, "format_name")) ? Time(sound, "start_time") ?? begin : begin);
    }

    private static InputException Unreadable(string path, string? reason) =>
        new($"{path}: not a video that can be read, or a truncated one ({Reason(path, reason)}); try to repair it with ffmpeg.");

    private static string Reason(string path, string? reason)
    {
        var name = FfmpegProgram.FileAddress(path) + ": ";
        return reason is null ? "ffprobe gives no reason" : reason.StartsWith(name, StringComparison.Ordinal)
            ? reason[name.Length..] : reason;
    }

    private static bool IsVideo(JsonElement stream) =>
        Text(stream, "codec_type") == "video"
        && !(stream.TryGetProperty("disposition", out var disposition) && disposition.TryGetProperty("attached_pic", out var cover)
            && cover.GetInt32() == 1);

    private static (int Width, int Height) ShownSize(JsonElement video)
    {
        var (width, height) = (Integer(video, "width")!.Value, Integer(video, "height")!.Value);
        // The same computation as in the filter of FfmpegReader.
        if (Ratio(video, "sample_aspect_ratio", ':') is > 0 and var pixel)
            (width, height) = ((long)Math.Round(width * Math.Max(1, pixel), MidpointRounding.AwayFromZero),
                (long)Math.Round(height * Math.Max(1, 1 / pixel), MidpointRounding.AwayFromZero));
        var turned = video.TryGetProperty("side_data_list", out var list)
            && list.EnumerateArray().Any(
                data => data.TryGetProperty("rotation", out var rotation)
                && Math.Abs(rotation.GetDouble()) is > 45 and < 135 or > 225 and < 315);
        return turned ? ((int)height, (int)width) : ((int)width, (int)height);
    }

    /// <summary>The number of pictures, or how many fit into the duration if the file leaves some out.</summary>
    private static long? Count(JsonElement video, TimeSpan? length)
    {
        var fitting = length is { } time && Rate(video, "avg_frame_rate") is > 0 and var rate
            ? (long)Math.Round(time.TotalSeconds * rate)
            : (long?)null;
        return Integer(video, "nb_frames") is > 0 and var stored ? Math.Min(stored, fitting is > 0 and var less ? less : stored)
            : fitting is > 0 ? fitting : null;
    }

    /// <summary>Where the pictures end. Matroska stores it in a tag, as hours:minutes:seconds with nine decimals, two more than
    /// <see cref="TimeSpan"/> parses.</summary>
    private static TimeSpan? TaggedEnd(JsonElement video) =>
        video.TryGetProperty("tags", out var tags)
            && Text(tags, "DURATION") is { Length: > 2 } end && TimeSpan.TryParse(end[..^2], CultureInfo.InvariantCulture, out var time)
            ? time : null;

    private static double? Rate(JsonElement element, string name) => Ratio(element, name, '/');

    private static double? Ratio(JsonElement element, string name, char separator) =>
        Text(element, name)?.Split(separator) is [var over, var under]
        && double.TryParse(over, CultureInfo.InvariantCulture, out var a)
            && double.TryParse(under, CultureInfo.InvariantCulture, out var b) && b > 0
            ? a / b
            : null;

    private static TimeSpan? Time(JsonElement element, string name) =>
        double.TryParse(Text(element, name), CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) < 1e9
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static long? Integer(JsonElement element, string name) =>
        long.TryParse(Text(element, name), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.ToString() : null;
}
