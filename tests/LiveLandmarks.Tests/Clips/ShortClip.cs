namespace LiveLandmarks.Tests.Clips;

/// <summary>The beginning of a sample clip, for tests that need a few frames.</summary>
internal static class ShortClip
{
    /// <summary>Writes the beginning of a sample clip.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="media">File in <c>samples/media</c>.</param>
    /// <param name="frames">Number of frames.</param>
    /// <returns>The file.</returns>
    public static async Task<string> Of(TempFolder folder, string media, int frames)
    {
        var file = folder.File($"short-{media}");
        await Tool.RunAsync("ffmpeg", ["-v", "error", "-y", "-i", Repository.Media(media), "-frames:v", $"{frames}", "-c", "copy", file]);
        return file;
    }
}
