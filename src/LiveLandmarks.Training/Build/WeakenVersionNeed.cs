#nullable disable
#pragma warning disable IDE0005 // MSBuild compiles this file without implicit usings, the tests with them.

using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;

namespace LiveLandmarks.Training.Build;

/// <summary>
/// Build task: copies a 64-bit little-endian ELF library and marks its need of one symbol version as weak, so that the loader accepts a
/// system library without this version. Does nothing if the system's library has it. See docs/adr/0012-older-libstdcxx.md.
/// </summary>
/// <remarks>Compiled by MSBuild against .NET Standard 2.0 (RoslynCodeTaskFactory), which accepts a single file.</remarks>
public sealed class WeakenVersionNeed : Microsoft.Build.Utilities.Task
{
    private const uint VersionDefinitions = 0x6ffffffd; // SHT_GNU_verdef
    private const uint VersionNeeds = 0x6ffffffe; // SHT_GNU_verneed
    private const byte Weak = 2; // VER_FLG_WEAK

    /// <summary>The library that needs the version.</summary>
    [Required]
    public string Library { get; set; }

    /// <summary>The version, such as GLIBCXX_3.4.32.</summary>
    [Required]
    public string Version { get; set; }

    /// <summary>Possible paths of the system's library that defines the version; the first that exists is used.</summary>
    [Required]
    public string[] SystemLibraries { get; set; }

    /// <summary>The path of the marked copy.</summary>
    [Required]
    public string Copy { get; set; }

    /// <summary>Whether the copy was needed and written.</summary>
    [Output]
    public bool Copied { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        var system = Array.Find(SystemLibraries, File.Exists);
        if (system == null || Defined(File.ReadAllBytes(system)).Contains(Version))
            return true;
        var bytes = File.ReadAllBytes(Library);
        if (!Mark(bytes, Version))
            return true;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Copy)));
        Replace(Copy, bytes, File.GetLastWriteTimeUtc(Library));
        Log.LogMessage(
            MessageImportance.High,
            "{0} needs {1}, which this system's {2} lacks: the copy in the output folder is marked to load without it " +
                "(docs/adr/0012-older-libstdcxx.md).",
            Path.GetFileName(Library),
            Version,
            system);
        return Copied = true;
    }

    /// <summary>Sets the weak flag on every need of a version.</summary>
    /// <param name="elf">The library's bytes, changed in place.</param>
    /// <param name="version">The version.</param>
    /// <returns>Whether there was such a need.</returns>
    public static bool Mark(byte[] elf, string version)
    {
        var found = false;
        foreach (var section in Sections(elf, VersionNeeds))
        {
            foreach (var need in Chain(elf, section.Offset, section.Count, next: 12))
            {
                // vna_hash, vna_flags, vna_other, vna_name, vna_next
                foreach (var entry in Chain(elf, need + Int(elf, need + 8), Short(elf, need + 2), next: 12))
                {
                    if (Text(elf, section.Strings + Int(elf, entry + 8)) != version)
                        continue;
                    elf[entry + 4] |= Weak;
                    found = true;
                }
            }
        }
        return found;
    }

    /// <summary>The versions that a library defines.</summary>
    /// <param name="elf">The library's bytes.</param>
    public static ICollection<string> Defined(byte[] elf)
    {
        var names = new HashSet<string>();
        foreach (var section in Sections(elf, VersionDefinitions))
        {
            foreach (var definition in Chain(elf, section.Offset, section.Count, next: 16))
                names.Add(Text(elf, section.Strings + Int(elf, definition + Int(elf, definition + 12))));
        }
        return names;
    }

    /// <summary>Puts a new file in the place of an old one. The old one is not written to: a training that runs from the output folder
    /// has it in memory by a hard link, and crashes when it is cut off.</summary>
    private static void Replace(string path, byte[] bytes, DateTime time)
    {
        var scratch = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(scratch, bytes);
        File.SetLastWriteTimeUtc(scratch, time);
        if (File.Exists(path))
            File.Replace(scratch, path, null);
        else
            File.Move(scratch, path);
    }

    private static IEnumerable<(int Offset, int Count, int Strings)> Sections(byte[] elf, uint type)
    {
        if (elf.Length < 64 || elf[0] != 0x7f || elf[1] != 'E' || elf[2] != 'L' || elf[3] != 'F' || elf[4] != 2 || elf[5] != 1)
            throw new InvalidDataException("Not a 64-bit little-endian ELF file.");
        var (headers, size, count) = (Int(elf, 0x28), Short(elf, 0x3a), Short(elf, 0x3c));
        for (var i = 0; i < count; i++)
        {
            var header = headers + i * size;
            if ((uint)Int(elf, header + 4) != type)
                continue;
            var strings = headers + Int(elf, header + 40) * size;
            yield return (Int(elf, header + 24), Int(elf, header + 44), Int(elf, strings + 24));
        }
    }

    /// <summary>The offsets of chained records: each stores, at <paramref name="next"/>, the distance to the following one.</summary>
    private static IEnumerable<int> Chain(byte[] elf, int offset, int count, int next)
    {
        for (var i = 0; i < count; i++)
        {
            yield return offset;
            offset += Int(elf, offset + next);
        }
    }

    private static int Int(byte[] elf, int offset) => BitConverter.ToInt32(elf, offset);

    private static int Short(byte[] elf, int offset) => BitConverter.ToUInt16(elf, offset);

    private static string Text(byte[] elf, int offset) =>
        Encoding.ASCII.GetString(elf, offset, Array.IndexOf(elf, (byte)0, offset) - offset);
}
