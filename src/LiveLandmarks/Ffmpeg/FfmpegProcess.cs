using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace LiveLandmarks.Ffmpeg;

/// <summary>A running ffmpeg: its input or output as a stream, and its messages. Disposing ends it, whatever it is doing.</summary>
public sealed class FfmpegProcess : IDisposable
{
    private const int KeptLines = 200;
    private const int BufferSize = 1 << 16;
    private const string SessionProgram = "/usr/bin/setsid";
    private const string Corrupt = "corrupt decoded frame";

    private static readonly string[] ErrorLevels = ["[error] ", "[fatal] "];

    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(2);

    // Messages of versions 5 and 7.
    private static readonly string[] Undecodable = ["Error while decoding stream", "Error submitting packet to decoder"];

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private bool disposed;

    private FfmpegProcess(Process process)
    {
        this.process = process;
        PipeSize.Enlarge(process.StandardOutput.BaseStream);
        PipeSize.Enlarge(process.StandardInput.BaseStream);
        Output = new BufferedStream(process.StandardOutput.BaseStream, BufferSize);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>The stream that ffmpeg reads.</summary>
    public Stream Input => process.StandardInput.BaseStream;

    /// <summary>The stream that ffmpeg writes.</summary>
    public BufferedStream Output { get; }

    /// <summary>The last 200 lines of its messages so far, each <c>[level] text</c> or <c>[part @ address] [level] text</c>.</summary>
    public IEnumerable<string> Lines => lines;

    /// <summary>Number of messages that something could not be decoded.</summary>
    public int DecodingFailures { get; private set; }

    /// <summary>Number of messages that a damaged picture was repaired.</summary>
    public int RepairedPictures { get; private set; }

    /// <summary>Its last error message; null if there is none.</summary>
    public string? Error
    {
        get
        {
            foreach (var line in lines.Reverse())
            {
                foreach (var level in ErrorLevels)
                {
                    if (line.IndexOf(level, StringComparison.Ordinal) is >= 0 and var at)
                        return line[(at + level.Length)..];
                }
            }
            return null;
        }
    }

    /// <summary>Starts ffmpeg.</summary>
    /// <param name="arguments">Its arguments, without those that control its messages.</param>
    /// <returns>The process; null if it cannot be started.</returns>
    public static FfmpegProcess? Start(params IEnumerable<string> arguments)
    {
        // In its own session: Ctrl-C in a terminal goes only to this program, which then stops ffmpeg in an orderly way.
        var alone = OperatingSystem.IsLinux() && File.Exists(SessionProgram);
        var start = new ProcessStartInfo(
            alone ? SessionProgram : "ffmpeg",
            [.. alone ? ["ffmpeg"] : Array.Empty<string>(), "-hide_banner", "-nostats", "-loglevel", "level+info", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        if (OperatingSystem.IsWindows())
            start.CreateNewProcessGroup = true;
        try
        {
            return new FfmpegProcess(Process.Start(start)!);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Waits until it has ended and its last messages have arrived.</summary>
    /// <returns>Its exit code; 0 means success.</returns>
    public int Wait()
    {
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Ends it at once; a reader of its output sees the end of the stream.</summary>
    public void Kill()
    {
        try
        {
            process.Kill();
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has already ended, or is about to.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, true))
            return;
        Kill();
        // Until it has ended, it may lock a file that someone wants to move.
        process.WaitForExit(LongestEnd);
        Output.Dispose();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        if (Undecodable.Any(text => line.Contains(text, StringComparison.Ordinal)))
            DecodingFailures++;
        else if (line.Contains(Corrupt, StringComparison.Ordinal))
            RepairedPictures++;
        lines.Enqueue(line);
        if (lines.Count > KeptLines)
            lines.TryDequeue(out _);
    }
}
