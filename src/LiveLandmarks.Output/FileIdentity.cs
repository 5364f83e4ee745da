using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LiveLandmarks.Output;

/// <summary>
/// Which file a path leads to, however it is spelled: equal for two paths of one file, over links of both kinds, <c>./</c> and letters of
/// either case where the system takes them for one. A file that is not there yet is told by its folder and name.
/// </summary>
public readonly partial record struct FileIdentity
{
    private const int FolderKind = 0x4000, FileKind = 0x8000, KindMask = 0xF000;

    // Of the file, or of the nearest folder that exists, and then what follows.
    private readonly ulong device, number;
    private readonly string rest;

    private FileIdentity(ulong device, ulong number, string rest, int kind) =>
        (this.device, this.number, this.rest, Kind) = (device, number, rest, kind);

    /// <summary>Whether it is there, and neither a file nor a folder, but a device, a pipe or the like, in which nothing is
    /// overwritten.</summary>
    public bool IsDevice => Kind is not (0 or FileKind or FolderKind);

    private int Kind { get; init; }

    /// <summary>The file that a path leads to.</summary>
    /// <param name="path">The path; nothing need be there.</param>
    public static FileIdentity Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Ask(full) is { } found)
            return found;
        if (LinkTarget(full) is { } target)
            return Of(target);
        if (Path.GetDirectoryName(full) is not { } folder)
            return new FileIdentity(0, 0, Fold(full), 0);
        var parent = Of(folder);
        return new FileIdentity(parent.device, parent.number, Path.Join(parent.rest, Fold(Path.GetFileName(full))), 0);
    }

    /// <summary>Whether it is the same file; what kind of file it is makes no difference.</summary>
    public bool Equals(FileIdentity other) => (device, number, rest) == (other.device, other.number, other.rest);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(device, number, rest);

    /// <summary>Where a link to nothing leads; null where there is no link.</summary>
    internal static string? LinkTarget(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target && target.FullName != path ? target.FullName : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nothing there, or links in a circle.
            return null;
        }
    }

    private static string Fold(string name) => OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? name.ToUpperInvariant() : name;

    private static FileIdentity? Ask(string path)
    {
        if (!Path.Exists(path))
            return null;
        try
        {
            if (OperatingSystem.IsLinux())
                return AskLinux(path);
            if (OperatingSystem.IsMacOS())
                return AskMacOS(path);
            if (OperatingSystem.IsWindows() && File.Exists(path))
                return AskWindows(path);
        }
        catch (Exception e) when (e is EntryPointNotFoundException or IOException or UnauthorizedAccessException)
        {
            // Told by its name.
        }
        return new FileIdentity(0, 0, Fold(LinkTarget(path) ?? path), Directory.Exists(path) ? FolderKind : FileKind);
    }

    // struct statx: mode at 28, inode at 32, device at 136 and 140; the same on every processor.
    private static FileIdentity? AskLinux(string path)
    {
        const int CurrentFolder = -100, Basic = 0x7FF;
        Span<byte> answer = stackalloc byte[256];
        return StatX(CurrentFolder, path, 0, Basic, ref MemoryMarshal.GetReference(answer)) == 0
            ? new FileIdentity(
                (ulong)Native32(answer[136..]) << 32 | Native32(answer[140..]),
                MemoryMarshal.Read<ulong>(answer[32..]),
                "",
                MemoryMarshal.Read<ushort>(answer[28..]) & KindMask)
            : null;
    }

    // struct stat with 64-bit inodes: device at 0, mode at 4, inode at 8.
    private static FileIdentity? AskMacOS(string path)
    {
        Span<byte> answer = stackalloc byte[256];
        var name = Encoding.UTF8.GetBytes(path + '\0');
        var failed = RuntimeInformation.ProcessArchitecture == Architecture.Arm64
            ? Stat(name, ref MemoryMarshal.GetReference(answer))
            : Stat64(name, ref MemoryMarshal.GetReference(answer));
        return failed == 0
            ? new FileIdentity(Native32(answer), MemoryMarshal.Read<ulong>(answer[8..]), "",
                MemoryMarshal.Read<ushort>(answer[4..]) & KindMask)
            : null;
    }

    // BY_HANDLE_FILE_INFORMATION: volume at 28, file index at 44 and 48.
    private static FileIdentity? AskWindows(string path)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> answer = stackalloc byte[52];
        return InformationOf(handle, ref MemoryMarshal.GetReference(answer)) != 0
            ? new FileIdentity(Native32(answer[28..]), (ulong)Native32(answer[44..]) << 32 | Native32(answer[48..]), "", FileKind)
            : null;
    }

    private static uint Native32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint mask, ref byte answer);

    [LibraryImport("libc", EntryPoint = "stat")]
    private static partial int Stat(byte[] path, ref byte answer);

    [LibraryImport("libc", EntryPoint = "stat$INODE64")]
    private static partial int Stat64(byte[] path, ref byte answer);

    [LibraryImport("kernel32", EntryPoint = "GetFileInformationByHandle")]
    private static partial int InformationOf(SafeFileHandle handle, ref byte answer);
}
