namespace VideoFile;

/// <summary>The extensions of the results.</summary>
internal static class ResultFiles
{
    /// <summary>JSON lines, one a frame.</summary>
    public const string Lines = ".jsonl";

    /// <summary>The video with the landmarks drawn in.</summary>
    public const string Video = ".mp4";

    /// <summary>The <see cref="Receipt"/>, which comes last.</summary>
    public const string Done = ".done";
}
