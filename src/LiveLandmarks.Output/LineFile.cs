using System.Buffers;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Output;

/// <summary>A text file that always contains complete lines only, even after a failure. Thread-safe.</summary>
/// <param name="stream">Receives the lines; closed with this object.</param>
/// <param name="name">The file's name in messages.</param>
/// <param name="logger">Logs at the end the number of lines written; null to log nothing.</param>
/// <param name="claim">Keeps other runs from writing the file; disposed with this object.</param>
internal sealed class LineFile(Stream stream, string name, ILogger? logger = null, IDisposable? claim = null) : IDisposable
{
    /// <summary>The path that stands for standard output.</summary>
    public const string StandardOutput = "-";

    private readonly Lock gate = new();
    private readonly ArrayBufferWriter<byte> lines = new(32768);
    private long written;
    private bool disposed;

    /// <summary>Creates a file.</summary>
    /// <param name="path">The file, or <see cref="StandardOutput"/>.</param>
    /// <param name="logger">Logs at the end the number of lines written; null to log nothing.</param>
    /// <exception cref="OutputException">The file cannot be created, or another run is writing it.</exception>
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

    /// <summary>Adds lines. After the file is disposed, they are ignored.</summary>
    /// <param name="subject">Passed to <paramref name="compose"/>.</param>
    /// <param name="compose">Writes the lines, including line ends; called by one thread at a time.</param>
    /// <exception cref="OutputException">The disk is full, or the reader of standard output is gone.</exception>
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
                $"{name}: cannot be written: {e.Message} The lines written before are complete; free some space and run again.", e);
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
            // Not a regular file, so no partial line can be removed.
        }
    }
}
