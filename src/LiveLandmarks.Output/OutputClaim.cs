using System.Security.Cryptography;
using System.Text;

namespace LiveLandmarks.Output;

/// <summary>
/// Keeps other runs from writing the same file: a locked file beside it that is deleted on disposal. A lock file that a killed run left
/// behind is taken over.
/// </summary>
public sealed class OutputClaim : IDisposable
{
    // Error codes for a locked file: EWOULDBLOCK of Linux and macOS, ERROR_SHARING_VIOLATION.
    private static readonly int[] Locked = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream? file;

    private OutputClaim(FileStream? file) => this.file = file;

    /// <summary>Claims a file.</summary>
    /// <param name="path">The file, in a folder that exists.</param>
    /// <param name="name">The file's name in messages.</param>
    /// <exception cref="OutputException">Another run is writing the file.</exception>
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
                // The previous owner may have deleted the lock file after it was opened here and before it was locked.
                if (File.Exists(place))
                    return new OutputClaim(file);
                file.Dispose();
            }
            catch (IOException e) when (Locked.Contains(e.HResult))
            {
                throw new OutputException($"{name}: another run is writing this; wait until it ends, or choose another name.", e);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // New files cannot be created in the folder, but an existing file may still be writable.
                return new OutputClaim(null);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();
}
