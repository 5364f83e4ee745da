namespace VideoFile;

/// <summary>The file extensions of the results.</summary>
internal static class ResultFiles
{
    /// <summary>JSON lines, one per frame.</summary>
    public const string Lines = ".jsonl";

    /// <summary>The video with the landmarks drawn in.</summary>
    public const string Video = ".mp4";

    /// <summary>The <see cref="Receipt"/>, which is written last.</summary>
    public const string Done = ".done";
}
