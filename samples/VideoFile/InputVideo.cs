namespace VideoFile;

/// <summary>A video to be processed, as it is found.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">Its path within the folder, without extension and with <c>/</c> on every system; what the results are called,
/// too.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Modified">When it was last written to, in UTC.</param>
internal sealed record InputVideo(string Path, string Name, long Bytes, DateTime Modified);
