using System.Text.Json;
using LiveLandmarks;
using LiveLandmarks.Output;

namespace VideoFile;

/// <summary>The file beside the results of a finished video. It says which input and which models they come from.</summary>
/// <param name="Input">The input's file name.</param>
/// <param name="Bytes">The input's length in bytes.</param>
/// <param name="Modified">When the input was last written to, in UTC.</param>
/// <param name="Models">The models' names, each with the first digits of its checksum.</param>
/// <param name="Video">Whether there is a video with the landmarks drawn in.</param>
/// <param name="Frames">Number of frames, which is also the number of JSON lines.</param>
internal sealed record Receipt(string Input, long Bytes, DateTime Modified, string Models, bool Video, long Frames)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The receipt that a video gets when it is finished. Before that, for comparisons, its number of frames is 0.</summary>
    public static Receipt For(InputVideo video, string models, bool drawn, long frames = 0) =>
        new(Path.GetFileName(video.Path), video.Bytes, video.Modified, models, drawn, frames);

    /// <summary>Whether results with this receipt satisfy the wanted one. An additional video does no harm.</summary>
    public bool Covers(Receipt wanted) => this with { Frames = wanted.Frames, Video = wanted.Video } == wanted && (Video || !wanted.Video);

    /// <summary>Reads a receipt. Null if it is missing or unreadable; the video is then processed again.</summary>
    public static Receipt? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Receipt>(File.ReadAllBytes(path), Format);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the receipt.</summary>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public void Write(string path) => OutputFile.Write(path, file => JsonSerializer.Serialize(file, this, Format));
}
