namespace VideoFile;

/// <summary>A video to process, as found in the folder.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">Its path within the folder, without extension and with <c>/</c> on every system. The results have the same
/// name.</param>
/// <param name="Bytes">Its length in bytes.</param>
/// <param name="Modified">When it was last written to, in UTC.</param>
internal sealed record InputVideo(string Path, string Name, long Bytes, DateTime Modified);
