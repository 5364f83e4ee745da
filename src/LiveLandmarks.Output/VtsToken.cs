using System.Text;
using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Output;

/// <summary>
/// Keeps the token that VTube Studio gives after its user has allowed access, so that the user is asked only once. The file is in the
/// user's application data and can be read by the user only: on Linux and macOS by its permissions, on Windows by those of the folder.
/// </summary>
/// <param name="folder">The folder, made when needed; null to keep nothing.</param>
/// <param name="receiver">The VTube Studio that the token is for.</param>
/// <param name="log">Logs when the token cannot be kept.</param>
internal sealed class VtsToken(string? folder, Receiver receiver, ILogger log)
{
    private const int LongestToken = 256;
    private const UnixFileMode UserOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string? path = folder is null
        ? null
        : Path.Combine(folder, $"vtube-studio-{Uri.EscapeDataString(receiver.Host)}-{receiver.Port}.token");

    private string? known;

    /// <summary>The folder of the program in the user's application data; null when the user has none.</summary>
    public static string? DefaultFolder
    {
        get
        {
            var data = Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return data.Length > 0 ? Path.Combine(data, "LiveLandmarks") : null;
        }
    }

    /// <summary>The token; null when there is none, or none that can be read.</summary>
    public string? Read()
    {
        try
        {
            if (known is null && path is not null && new FileInfo(path) is { Exists: true, Length: <= LongestToken })
                known = File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without it, VTube Studio asks its user again.
        }
        return string.IsNullOrEmpty(known) ? null : known;
    }

    /// <summary>Keeps a token, until the end of the program if the file cannot be written.</summary>
    public void Keep(string token)
    {
        known = token;
        if (path is null)
            return;
        try
        {
            MakeFolder(Path.GetDirectoryName(path)!);
            // An old file may have other permissions.
            File.Delete(path);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UserOnly;
            using var file = new FileStream(path, options);
            file.Write(Encoding.UTF8.GetBytes(token));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.TokenNotKept(receiver, e.Message);
        }
    }

    /// <summary>Forgets a token that VTube Studio does not accept any more.</summary>
    public void Forget() => known = "";

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UserOnly | UnixFileMode.UserExecute);
    }
}
