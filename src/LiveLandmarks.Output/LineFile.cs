using System.Buffers;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Output;

/// <summary>A file of lines that holds whole lines at all times, after a failure too. Thread-safe.</summary>
/// <param name="stream">Where the lines go; closed with this.</param>
/// <param name="name">What to call it in a message.</param>
/// <param name="logger">Told in the end how many lines were written; null for nobody.</param>
/// <param name="claim">Keeps other runs away from the file; disposed with this.</param>
internal sealed class LineFile(Stream stream, string name, ILogger? logger = null, IDisposable? claim = null) : IDisposable
{
    /// <summary>The path that stands for the standard output.</summary>
    public const string StandardOutput = "-";

    private readonly Lock gate = new();
    private readonly ArrayBufferWriter<byte> lines = new(32768);
    private long written;
    private bool disposed;

    /// <summary>Creates a file.</summary>
    /// <param name="path">The file, or <see cref="StandardOutput"/>.</param>
    /// <param name="logger">Told in the end how many lines were written; null for nobody.</param>
    /// <exception cref="OutputException">It cannot be created, or another run is writing it.</exception>
    public static LineFile Open(string path, ILogger? logger = null)
    {
        if (path == StandardOutput)
            return new LineFile(Output.StandardOutput.Open(), "standard output", logger);
        var place = OutputFile.Prepare(path);
        var claim = FileIdentity.Of(place).IsDevice ? null : OutputClaim.Take(place, path);
        try
        {
            return new LineFile(OutputFile.Create(path), path, logger, claim);
        }
        catch
        {
            claim?.Dispose();
            throw;
        }
    }

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
            written += lines.WrittenSpan.Count((byte)'\n');
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
            claim?.Dispose();
            logger?.LinesFinished(name, written);
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
            if (Output.StandardOutput.ReaderIsGone(e))
                throw new OutputException($"{name}: nobody reads it any more.", e) { ReaderIsGone = true };
            throw new OutputException(
                $"{name}: cannot be written: {e.Message} What was written before is whole; free some space and run again.", e);
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
