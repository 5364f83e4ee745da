using System.Buffers;
using System.Text.Json;
using LiveLandmarks.Pipeline;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveLandmarks.Output;

/// <summary>
/// One JSON object a frame: <c>frame</c>, <c>timestamp</c> (seconds), <c>width</c>, <c>height</c>, <c>faces</c>; each face has
/// <c>id</c>, <c>score</c>, <c>box</c> [x, y, w, h], <c>landmarks</c> [[x, y, confidence], …] smoothed, and <c>raw</c>.
/// Lengths are image pixels. Then <c>pose</c>, null or an object of <c>yaw</c>, <c>pitch</c>, <c>roll</c> (degrees), <c>translation</c> [x, y, z] (cm),
/// <c>matrix</c> (16 numbers, row by row, for column vectors), <c>error</c> (pixels), <c>confidence</c>; <c>leftEye</c> and <c>rightEye</c> with
/// <c>state</c> (open, closed, not-visible), <c>openness</c>, <c>aspect</c> (null when not visible), <c>confidence</c>, <c>blinks</c>; <c>mouth</c> with
/// <c>openness</c>, <c>aspect</c>, <c>confidence</c>. Left and right are the person's own.
/// The file holds whole lines at all times, after a failure too. Thread-safe.
/// </summary>
public sealed class JsonLinesWriter : IDisposable
{
    /// <summary>The path that stands for the standard output.</summary>
    public const string StandardOutput = "-";

    private readonly Lock gate = new();
    private readonly string name;
    private readonly Stream stream;
    private readonly ILogger logger;
    private readonly ArrayBufferWriter<byte> line = new(32768);
    private readonly Utf8JsonWriter json;
    private long lines;
    private bool disposed;

    private JsonLinesWriter(string name, Stream stream, ILogger? logger)
    {
        this.name = name;
        this.stream = stream;
        this.logger = logger ?? NullLogger.Instance;
        json = new Utf8JsonWriter(line);
    }

    /// <summary>Creates the file.</summary>
    /// <param name="path">The file, or <see cref="StandardOutput"/>.</param>
    /// <param name="logger">Told how many lines were written; null for nobody.</param>
    /// <exception cref="OutputException">It cannot be created.</exception>
    public static JsonLinesWriter Open(string path, ILogger? logger = null) => path == StandardOutput
        ? new JsonLinesWriter("standard output", Console.OpenStandardOutput(), logger)
        : new JsonLinesWriter(path, OutputFile.Create(path), logger);

    /// <summary>Writes to a stream, which is closed with the writer.</summary>
    /// <param name="stream">Where the lines go.</param>
    /// <param name="name">What to call it in a message.</param>
    public static JsonLinesWriter To(Stream stream, string name) => new(name, stream, null);

    /// <summary>Writes a frame.</summary>
    /// <param name="tracked">The frame with its faces.</param>
    /// <param name="file">Where the frame comes from when each has a file of its own; adds a field <c>file</c>.</param>
    /// <exception cref="OutputException">The disk is full, or the reader of the standard output went away.</exception>
    public void Write(TrackedFrame tracked, string? file = null)
    {
        lock (gate)
        {
            if (disposed)
                return;
            Compose(tracked, file);
            Append();
            lines++;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            if (disposed)
                return;
            disposed = true;
            json.Dispose();
            stream.Dispose();
            logger.LinesFinished(name, lines);
        }
    }

    private void Compose(TrackedFrame tracked, string? file)
    {
        line.ResetWrittenCount();
        json.Reset();
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

    private void Append()
    {
        var good = stream.CanSeek ? stream.Position : 0;
        try
        {
            stream.Write(line.WrittenSpan);
            stream.Flush();
        }
        catch (IOException e)
        {
            Truncate(good);
            throw new OutputException($"{name}: cannot be written: {e.Message} What was written before is whole; free some space and run again.", e);
        }
    }

    private void Truncate(long length)
    {
        try
        {
            if (stream.CanSeek)
                stream.SetLength(length);
        }
        catch (IOException)
        {
            // Not a regular file: there is no half line to take back.
        }
    }
}
