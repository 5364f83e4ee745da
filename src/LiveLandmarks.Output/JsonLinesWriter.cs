using System.Buffers;
using System.Text.Json;
using LiveLandmarks.Pipeline;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Output;

/// <summary>
/// Writes one JSON object per frame: <c>frame</c>, <c>timestamp</c> (seconds), <c>width</c>, <c>height</c>, <c>faces</c>; each face has
/// <c>id</c>, <c>score</c>, <c>box</c> [x, y, w, h], <c>landmarks</c> [[x, y, confidence], …] smoothed, and <c>raw</c>.
/// Lengths are image pixels. Then <c>pose</c>, null or an object of <c>yaw</c>, <c>pitch</c>, <c>roll</c> (degrees), <c>translation</c> [x,
/// y, z] (cm), <c>matrix</c> (16 numbers, row by row, for column vectors), <c>error</c> (pixels), <c>confidence</c>; <c>leftEye</c> and
/// <c>rightEye</c> with <c>state</c> (open, closed, not-visible), <c>openness</c>, <c>aspect</c> (null when not visible),
/// <c>confidence</c>, <c>blinks</c>; <c>mouth</c> with <c>openness</c>, <c>aspect</c>, <c>confidence</c>; <c>blendshapes</c>, null or an
/// object of ARKit's names and strengths from 0 to 1, without those that cannot be told. Left and right are the person's own. The file
/// always contains complete lines only, even after a failure. Thread-safe.
/// </summary>
public sealed class JsonLinesWriter : ITrackedFrameSink
{
    /// <summary>The path that stands for standard output.</summary>
    public const string StandardOutput = LineFile.StandardOutput;

    private readonly LineFile lines;
    private readonly Utf8JsonWriter json = new(Stream.Null);
    private readonly Action<IBufferWriter<byte>, (TrackedFrame, string?)> compose;

    private JsonLinesWriter(LineFile lines)
    {
        this.lines = lines;
        compose = Compose;
    }

    /// <summary>Creates the file.</summary>
    /// <param name="path">The file, or <see cref="StandardOutput"/>.</param>
    /// <param name="logger">Logs the number of lines written; null to log nothing.</param>
    /// <exception cref="OutputException">The file cannot be created.</exception>
    public static JsonLinesWriter Open(string path, ILogger? logger = null) => new(LineFile.Open(path, logger));

    /// <summary>Makes a writer for a stream, which is closed with the writer.</summary>
    /// <param name="stream">Receives the lines.</param>
    /// <param name="name">The stream's name in messages.</param>
    public static JsonLinesWriter To(Stream stream, string name) => new(new LineFile(stream, name));

    /// <summary>Writes a frame.</summary>
    /// <param name="tracked">The frame with its faces.</param>
    /// <exception cref="OutputException">The disk is full, or the reader of standard output is gone.</exception>
    public void Write(TrackedFrame tracked) => Write(tracked, null);

    /// <summary>Writes a frame that comes from its own file, such as a picture.</summary>
    /// <param name="tracked">The frame with its faces.</param>
    /// <param name="file">The frame's file, written as the field <c>file</c>; null to omit the field.</param>
    /// <exception cref="OutputException">The disk is full, or the reader of standard output is gone.</exception>
    public void Write(TrackedFrame tracked, string? file) => lines.Append((tracked, file), compose);

    /// <inheritdoc/>
    public void Dispose() => lines.Dispose();

    private void Compose(IBufferWriter<byte> line, (TrackedFrame, string?) subject)
    {
        var (tracked, file) = subject;
        json.Reset(line);
        json.WriteStartObject();
        if (file is not null)
            json.WriteString("file", file);
        json.WriteNumber("frame", tracked.Frame.Number);
        json.WriteNumber("timestamp", Math.Round(tracked.Frame.Timestamp.TotalSeconds, 6));
        json.WriteNumber("width", tracked.Frame.Image.Cols);
        json.WriteNumber("height", tracked.Frame.Image.Rows);
        json.WriteStartArray("faces");
        foreach (var face in tracked.Faces)
            FaceJson.Write(json, face);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        line.Write("\n"u8);
    }
}
