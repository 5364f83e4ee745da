using System.Buffers;
using System.Text.Json;
using LiveLandmarks.Geometry;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Tracking;

namespace LiveLandmarks.Output;

/// <summary>
/// One JSON object a frame: <c>frame</c>, <c>timestamp</c> (seconds), <c>width</c>, <c>height</c>, <c>faces</c>; each face has
/// <c>id</c>, <c>score</c>, <c>box</c> [x, y, w, h], <c>landmarks</c> [[x, y, confidence], …] smoothed, and <c>raw</c>.
/// Lengths are image pixels. The file holds whole lines at all times, after a failure too. Thread-safe.
/// </summary>
public sealed class JsonLinesWriter : IDisposable
{
    /// <summary>The path that stands for the standard output.</summary>
    public const string StandardOutput = "-";

    private readonly Lock gate = new();
    private readonly string name;
    private readonly Stream stream;
    private readonly ArrayBufferWriter<byte> line = new(32768);
    private readonly Utf8JsonWriter json;
    private bool disposed;

    private JsonLinesWriter(string name, Stream stream)
    {
        this.name = name;
        this.stream = stream;
        json = new Utf8JsonWriter(line);
    }

    /// <summary>Creates the file.</summary>
    /// <param name="path">The file, or <see cref="StandardOutput"/>.</param>
    /// <exception cref="OutputException">It cannot be created.</exception>
    public static JsonLinesWriter Open(string path) => path == StandardOutput
        ? new JsonLinesWriter("standard output", Console.OpenStandardOutput())
        : new JsonLinesWriter(path, OutputFile.Create(path));

    /// <summary>Writes to a stream, which is closed with the writer.</summary>
    /// <param name="stream">Where the lines go.</param>
    /// <param name="name">What to call it in a message.</param>
    public static JsonLinesWriter To(Stream stream, string name) => new(name, stream);

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
        }
    }

    private static float Round(float value, int digits) => float.IsFinite(value) ? MathF.Round(value, digits) : 0;

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
            Compose(face);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        line.Write("\n"u8);
    }

    private void Compose(TrackedFace face)
    {
        var box = face.Box;
        json.WriteStartObject();
        json.WriteNumber("id", face.Id);
        json.WriteNumber("score", Round(face.Score, 3));
        json.WriteStartArray("box");
        json.WriteNumberValue(Round(box.X, 2));
        json.WriteNumberValue(Round(box.Y, 2));
        json.WriteNumberValue(Round(box.Width, 2));
        json.WriteNumberValue(Round(box.Height, 2));
        json.WriteEndArray();
        Compose("landmarks", face.Landmarks.Points);
        Compose("raw", face.Raw.Points);
        json.WriteEndObject();
    }

    private void Compose(string name, Landmark[] points)
    {
        json.WriteStartArray(name);
        foreach (var point in points)
        {
            json.WriteStartArray();
            json.WriteNumberValue(Round(point.X, 2));
            json.WriteNumberValue(Round(point.Y, 2));
            json.WriteNumberValue(Round(point.Confidence, 3));
            json.WriteEndArray();
        }
        json.WriteEndArray();
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
