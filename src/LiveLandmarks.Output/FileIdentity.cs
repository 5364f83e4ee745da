using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LiveLandmarks.Output;

/// <summary>
/// Identifies the file that a path leads to. Equal for two paths of the same file, even with symbolic or hard links, <c>./</c>, or other
/// letter case on systems that ignore it. A file that does not exist yet is identified by its folder and name.
/// </summary>
public readonly partial record struct FileIdentity
{
    private const int FolderKind = 0x4000, FileKind = 0x8000, KindMask = 0xF000;

    // Device and number of the file, or of the nearest existing folder; then rest is the remaining path.
    private readonly ulong device, number;
    private readonly string rest;

    private FileIdentity(ulong device, ulong number, string rest, int kind) =>
        (this.device, this.number, this.rest, Kind) = (device, number, rest, kind);

    /// <summary>Whether the path is an existing device, pipe or the like, that is, neither file nor folder. Writing there overwrites
    /// nothing.</summary>
    public bool IsDevice => Kind is not (0 or FileKind or FolderKind);

    private int Kind { get; init; }

    /// <summary>The file that a path leads to.</summary>
    /// <param name="path">The path; it need not exist.</param>
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

    /// <summary>Whether both are the same file. The kind of file is not compared.</summary>
    public bool Equals(FileIdentity other) => (device, number, rest) == (other.device, other.number, other.rest);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(device, number, rest);

    /// <summary>The final target of a link, even if the target does not exist; null if the path is not a link.</summary>
    internal static string? LinkTarget(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target && target.FullName != path ? target.FullName : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The path does not exist, or its links form a loop.
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
            // The file is identified by its path below.
        }
        return new FileIdentity(0, 0, Fold(LinkTarget(path) ?? path), Directory.Exists(path) ? FolderKind : FileKind);
    }

    // struct statx: mode at 28, inode at 32, device at 136 and 140; the same on every architecture.
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
