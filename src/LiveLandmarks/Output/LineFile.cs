using System.Buffers;

namespace LiveLandmarks.Output;

/// <summary>A file of lines that holds whole lines at all times, after a failure too. Thread-safe.</summary>
/// <param name="stream">Where the lines go; closed with this.</param>
/// <param name="name">What to call it in a message.</param>
internal sealed class LineFile(Stream stream, string name) : IDisposable
{
    /// <summary>The path that stands for the standard output.</summary>
    public const string StandardOutput = "-";

    private readonly Lock gate = new();
    private readonly ArrayBufferWriter<byte> lines = new(32768);
    private bool disposed;

    /// <summary>Creates a file.</summary>
    /// <param name="path">The file, or <see cref="StandardOutput"/>.</param>
    /// <exception cref="OutputException">It cannot be created.</exception>
    public static LineFile Open(string path) => path == StandardOutput
        ? new LineFile(Console.OpenStandardOutput(), "standard output")
        : new LineFile(OutputFile.Create(path), path);

    /// <summary>Adds lines; after the end they are left out.</summary>
    /// <param name="subject">What they are about.</param>
    /// <param name="compose">Writes them, ends of line included; called by one thread at a time.</param>
    /// <exception cref="OutputException">The disk is full, or the reader of the standard output went away.</exception>
    public void Append<T>(T subject, Action<IBufferWriter<byte>, T> compose)
    {
        lock (gate)
        {
            if (disposed)
                return;
            lines.ResetWrittenCount();
            compose(lines, subject);
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
            stream.Dispose();
        }
    }

    private void Append()
    {
        var good = stream.CanSeek ? stream.Position : 0;
        try
        {
            stream.Write(lines.WrittenSpan);
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
