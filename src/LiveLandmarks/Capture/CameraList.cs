using System.Globalization;

namespace LiveLandmarks.Capture;

/// <summary>Lists the cameras on this machine.</summary>
public static class CameraList
{
    private const string LinuxFolder = "/sys/class/video4linux";
    private const int MaxTried = 5;

    /// <summary>
    /// The cameras, ordered by number. Linux reports their names. On other systems the first five numbers are tried, which briefly switches
    /// the cameras on, and the names are numbers.
    /// </summary>
    public static IReadOnlyList<CameraInfo> All() => OperatingSystem.IsLinux() ? Named() : Try();

    /// <summary>The cameras whose names the system reports without opening them: all on Linux, none elsewhere.</summary>
    internal static IReadOnlyList<CameraInfo> Named() => ReadLinux(LinuxFolder);

    /// <summary>Finds a camera by name.</summary>
    /// <param name="name">A part of the name that only one camera has; case is ignored.</param>
    /// <param name="cameras">The cameras to choose from.</param>
    /// <exception cref="InputException">No camera or several cameras have the name; the message lists the cameras.</exception>
    public static CameraInfo Find(string name, IReadOnlyList<CameraInfo> cameras)
    {
        CameraInfo[] found = [.. cameras.Where(camera => camera.Name.Contains(name, StringComparison.OrdinalIgnoreCase))];
        if (found.Length == 1)
            return found[0];
        var known = cameras.Count == 0
            ? "no camera is known by name; use a number"
            : $"there are {string.Join(", ", cameras.Select(camera => $"{camera.Index} ({camera.Name})"))}";
        throw new InputException(
            $"camera \"{name}\": {(found.Length == 0 ? "not found" : "several have that name; use a number")}; {known}.");
    }

    /// <summary>Finds a camera again: its number changes when it is unplugged and plugged in again.</summary>
    /// <param name="camera">The camera as it was before.</param>
    /// <param name="cameras">The cameras that are connected now.</param>
    /// <returns>Its number: by place and name, otherwise by name if only one camera has it; the old number if the system reports no
    /// names.</returns>
    /// <exception cref="InputException">The camera is not connected.</exception>
    internal static int Again(CameraInfo camera, IReadOnlyList<CameraInfo> cameras)
    {
        CameraInfo[] named = [.. cameras.Where(other => other.Name == camera.Name)];
        if (named.FirstOrDefault(other => other.Place == camera.Place) is { } same)
            return same.Index;
        if (camera.Place.Length == 0)
            return camera.Index;
        return named.Length == 1 ? named[0].Index : throw new InputException($"camera {camera.Index} ({camera.Name}): not connected.");
    }

    /// <summary>Reads the cameras from sysfs. A camera has several nodes; the first delivers the pictures, the others only
    /// metadata.</summary>
    /// <param name="folder">The folder that contains one folder per node.</param>
    internal static IReadOnlyList<CameraInfo> ReadLinux(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        var cameras = new List<CameraInfo>();
        foreach (var node in Directory.GetFileSystemEntries(folder, "video*"))
        {
            if (!int.TryParse(Path.GetFileName(node).AsSpan("video".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                || ReadLine(Path.Combine(node, "index")) is { } place && place != "0")
            {
                continue;
            }
            var device = new DirectoryInfo(Path.Combine(node, "device"));
            cameras.Add(new CameraInfo(index, ReadLine(Path.Combine(node, "name")) ?? $"camera {index}", device.LinkTarget ?? ""));
        }
        return [.. cameras.OrderBy(camera => camera.Index)];
    }

    private static string? ReadLine(string path)
    {
        try
        {
            return File.ReadLines(path).FirstOrDefault()?.Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static List<CameraInfo> Try()
    {
        var cameras = new List<CameraInfo>();
        for (var index = 0; index < MaxTried; index++)
        {
            try
            {
                using var camera = CameraReader.Open(index);
                cameras.Add(new CameraInfo(index, camera.Info.Name, ""));
            }
            catch (InputException)
            {
                // There is no camera with this number.
            }
        }
        return cameras;
    }
}
