using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace LiveLandmarks.Ffmpeg;

/// <summary>What the ffmpeg program on this machine can do. Determined once.</summary>
public sealed partial class FfmpegProgram
{
    private static readonly Lazy<FfmpegProgram?> Found = new(Find);

    private readonly bool hasFrameRateMode;

    private FfmpegProgram(bool encodesH264, bool hasFrameRateMode) =>
        (EncodesH264, this.hasFrameRateMode) = (encodesH264, hasFrameRateMode);

    /// <summary>The program; null if it is not installed.</summary>
    public static FfmpegProgram? Installed => Found.Value;

    /// <summary>Whether it includes x264.</summary>
    public bool EncodesH264 { get; }

    /// <summary>The arguments that keep the times of frames, without repeated or dropped frames: <c>-fps_mode</c> exists since
    /// 5.1.</summary>
    public string[] FrameTimesKept => [hasFrameRateMode ? "-fps_mode" : "-vsync", "passthrough"];

    /// <summary>A file name in the form that these programs accept, whatever characters it contains.</summary>
    public static string FileAddress(string path) => "file:" + path;

    /// <summary>Runs ffmpeg or ffprobe and waits until it has ended.</summary>
    /// <param name="program">Name of the program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The result; null if the program is not installed.</returns>
    public static ProgramRun? Run(string program, params IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments)
                { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
            process.StandardInput.Close();
            string? lastError = null;
            process.ErrorDataReceived += (_, line) => lastError = string.IsNullOrWhiteSpace(line.Data) ? lastError : line.Data;
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new ProgramRun(process.ExitCode, output, lastError);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static FfmpegProgram? Find()
    {
        if (Run("ffmpeg", "-version") is not { ExitCode: 0, Output: var banner }
            || Run("ffmpeg", "-hide_banner", "-encoders") is not { ExitCode: 0, Output: var encoders })
            return null;
        // Builds from the repository have no such version number; they are newer.
        var version = VersionPattern().Match(banner) is { Success: true } match ? Version.Parse(match.Groups[1].Value) : null;
        return new FfmpegProgram(encoders.Contains(" libx264 ", StringComparison.Ordinal), version is null || version >= new Version(5, 1));
    }

    [GeneratedRegex(@"^ffmpeg version n?(\d+\.\d+)")]
    private static partial Regex VersionPattern();
}

/// <summary>Result of a program that ran to its end.</summary>
/// <param name="ExitCode">Exit code of the program; 0 means success.</param>
/// <param name="Output">Everything that it wrote to standard output.</param>
/// <param name="LastError">The last line that it wrote to standard error; null if there is none.</param>
public sealed record ProgramRun(int ExitCode, string Output, string? LastError);
