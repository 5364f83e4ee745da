using System.Security.Cryptography;
using System.Text;

namespace LiveLandmarks.Output;

/// <summary>
/// Keeps other runs from writing the same file: a locked file beside it, gone when disposed of. One that a killed run left behind is taken
/// over.
/// </summary>
public sealed class OutputClaim : IDisposable
{
    // What a locked file is refused with: EWOULDBLOCK of Linux and macOS, ERROR_SHARING_VIOLATION.
    private static readonly int[] Locked = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream? file;

    private OutputClaim(FileStream? file) => this.file = file;

    /// <summary>Claims a file.</summary>
    /// <param name="path">The file, in a folder that exists.</param>
    /// <param name="name">What to call it in a message.</param>
    /// <exception cref="OutputException">Another run writes it.</exception>
    public static OutputClaim Take(string path, string name)
    {
        var full = Path.GetFullPath(path);
        var key = OperatingSystem.IsLinux() ? Path.GetFileName(full) : Path.GetFileName(full).ToUpperInvariant();
        var place = Path.Combine(
            Path.GetDirectoryName(full)!,
            $".livelandmarks-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16]}.lock");
        while (true)
        {
            try
            {
                var file = new FileStream(place, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
                // Its owner may have deleted it between our opening and our locking it.
                if (File.Exists(place))
                    return new OutputClaim(file);
                file.Dispose();
            }
            catch (IOException e) when (Locked.Contains(e.HResult))
            {
                throw new OutputException($"{name}: another run is writing this; wait for its end, or choose another name.", e);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A folder that takes no new files: a file that is there may be written all the same.
                return new OutputClaim(null);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();
}
