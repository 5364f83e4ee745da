using System.ComponentModel;
using System.Diagnostics;

namespace LiveLandmarks.Cli;

/// <summary>Copies the sound of a video into another, where the ffmpeg program is installed.</summary>
internal static class AudioTrack
{
    /// <summary>Adds the first audio track of <paramref name="source"/>, if there is one; else, or on failure, the video stays silent.</summary>
    /// <param name="source">Where the sound is.</param>
    /// <param name="video">The silent MP4; replaced by one with sound.</param>
    public static async Task CopyAsync(string source, string video)
    {
        if (string.IsNullOrWhiteSpace(await OutputOfAsync("ffprobe", "-v", "error", "-select_streams", "a", "-show_entries", "stream=codec_name", "-of", "csv=p=0", source)))
            return;

        var mixed = Path.ChangeExtension(video, ".audio.mp4");
        // Copied as it is where MP4 can hold it, else encoded anew.
        foreach (var codec in new[] { "copy", "aac" })
        {
            if (await OutputOfAsync("ffmpeg", "-v", "error", "-y", "-i", video, "-i", source, "-map", "0:v", "-map", "1:a:0", "-c:v", "copy", "-c:a", codec, "-shortest", "-movflags", "+faststart", mixed) is not null)
            {
                File.Move(mixed, video, overwrite: true);
                return;
            }
            File.Delete(mixed);
        }
        Console.Error.WriteLine($"livelandmarks: {video}: the sound of {source} could not be copied; the video is silent.");
    }

    /// <summary>Runs a program; null when it is not installed or fails.</summary>
    private static async Task<string?> OutputOfAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            })!;
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await errors;
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
