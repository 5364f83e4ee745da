using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace LiveLandmarks.Ffmpeg;

/// <summary>A running ffmpeg: its input or output as a stream, and what it says. Ends when disposed of, whatever it is doing.</summary>
public sealed class FfmpegProcess : IDisposable
{
    private const int KeptLines = 200;
    private const int BufferSize = 1 << 16;
    private const string SessionProgram = "/usr/bin/setsid";
    private const string Corrupt = "corrupt decoded frame";

    private static readonly string[] ErrorLevels = ["[error] ", "[fatal] "];

    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(2);

    // What versions 5 and 7 say.
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

    /// <summary>What it reads.</summary>
    public Stream Input => process.StandardInput.BaseStream;

    /// <summary>What it writes.</summary>
    public BufferedStream Output { get; }

    /// <summary>What it has said so far, a line each, as <c>[level] text</c> or <c>[part @ address] [level] text</c>; the last
    /// 200.</summary>
    public IEnumerable<string> Lines => lines;

    /// <summary>How often it said that it could not decode something.</summary>
    public int DecodingFailures { get; private set; }

    /// <summary>How often it said that a picture was damaged, and repaired it.</summary>
    public int RepairedPictures { get; private set; }

    /// <summary>Its last word on what went wrong; null where it has said nothing of the kind.</summary>
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
    /// <param name="arguments">Its arguments, without those that say how it speaks.</param>
    /// <returns>The process; null where it cannot be started.</returns>
    public static FfmpegProcess? Start(params IEnumerable<string> arguments)
    {
        // In a session of its own: Ctrl-C in a terminal is for this program, which then ends the other one in order.
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

    /// <summary>Waits for its end, and for the last of what it says.</summary>
    /// <returns>Its exit code; 0 is good.</returns>
    public int Wait()
    {
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Ends it at once; what reads its output finds the end.</summary>
    public void Kill()
    {
        try
        {
            process.Kill();
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended, or is about to.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, true))
            return;
        Kill();
        // Until it has ended, it may hold a file that somebody wants to move.
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
