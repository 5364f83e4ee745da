using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace LiveLandmarks.Ffmpeg;

/// <summary>What the ffmpeg program of this machine can do. Asked once.</summary>
internal sealed partial class FfmpegProgram
{
    private static readonly Lazy<FfmpegProgram?> Found = new(Find);

    private FfmpegProgram(bool encodesH264, bool hasFrameRateMode) => (EncodesH264, HasFrameRateMode) = (encodesH264, hasFrameRateMode);

    /// <summary>The program; null where it is not installed.</summary>
    public static FfmpegProgram? Installed => Found.Value;

    /// <summary>Whether it has x264.</summary>
    public bool EncodesH264 { get; }

    /// <summary>Whether frames keep their times by <c>-fps_mode</c> (5.1 and later) or by <c>-vsync</c>.</summary>
    public bool HasFrameRateMode { get; }

    /// <summary>Runs ffmpeg or ffprobe to its end.</summary>
    /// <param name="program">Which.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it wrote to its standard output; null where it is not installed or failed.</returns>
    public static string? OutputOf(string program, params IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
            process.StandardInput.Close();
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static FfmpegProgram? Find()
    {
        if (OutputOf("ffmpeg", "-version") is not { } banner || OutputOf("ffmpeg", "-hide_banner", "-encoders") is not { } encoders)
            return null;
        // Builds from the repository have no such number; they are newer.
        var version = VersionPattern().Match(banner) is { Success: true } match ? Version.Parse(match.Groups[1].Value) : null;
        return new FfmpegProgram(encoders.Contains(" libx264 ", StringComparison.Ordinal), version is null || version >= new Version(5, 1));
    }

    [GeneratedRegex(@"^ffmpeg version n?(\d+\.\d+)")]
    private static partial Regex VersionPattern();
}
