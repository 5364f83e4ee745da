using System.Text;

namespace LiveLandmarks.Training.Tests.Build;

/// <summary>Makes 64-bit ELF files that contain only symbol versions: those that the file defines, and those that it needs from other
/// libraries.</summary>
internal static class SmallElf
{
    private const int HeaderSize = 64, SectionHeaderSize = 64;
    private const uint StringTable = 3, VersionDefinitions = 0x6ffffffd, VersionNeeds = 0x6ffffffe;

    public static byte[] Create(string[] defines, params (string Library, string[] Versions)[] needs)
    {
        using var strings = new MemoryStream();
        strings.WriteByte(0);
        var definitions = Definitions(defines, strings);
        var needed = Needs(needs, strings);
        return File([(0, [], 0), (StringTable, strings.ToArray(), 0), (VersionDefinitions, definitions, defines.Length),
            (VersionNeeds, needed, needs.Length)]);
    }

    /// <summary>Reads the flags of every needed version, by name.</summary>
    public static Dictionary<string, int> NeedFlags(byte[] elf)
    {
        var (headers, flags) = ((int)BitConverter.ToUInt64(elf, 0x28), new Dictionary<string, int>());
        var strings = (int)BitConverter.ToUInt64(elf, headers + SectionHeaderSize + 24);
        var need = (int)BitConverter.ToUInt64(elf, headers + 3 * SectionHeaderSize + 24);
        for (int step = -1; step != 0; need += step)
        {
            var entry = need + BitConverter.ToInt32(elf, need + 8);
            for (var i = BitConverter.ToUInt16(elf, need + 2); i > 0; i--, entry += BitConverter.ToInt32(elf, entry + 12))
            {
                var name = strings + BitConverter.ToInt32(elf, entry + 8);
                flags.Add(Encoding.ASCII.GetString(elf, name, Array.IndexOf(elf, (byte)0, name) - name),
                    BitConverter.ToUInt16(elf, entry + 4));
            }
            step = BitConverter.ToInt32(elf, need + 12);
        }
        return flags;
    }

    private static byte[] Definitions(string[] names, MemoryStream strings) => Bytes(writer =>
    {
        for (var i = 0; i < names.Length; i++)
        {
            // Version, flags, index, count, hash, offset of its name, offset of the next definition; then the name.
            foreach (var value in (ushort[])[1, 0, (ushort)(i + 1), 1])
                writer.Write(value);
            foreach (var value in (int[])[0, 20, i < names.Length - 1 ? 28 : 0, Add(strings, names[i]), 0])
                writer.Write(value);
        }
    });

    private static byte[] Needs((string Library, string[] Versions)[] needs, MemoryStream strings) => Bytes(writer =>
    {
        for (var i = 0; i < needs.Length; i++)
        {
            var (library, versions) = needs[i];
            writer.Write((ushort)1);
            writer.Write((ushort)versions.Length);
            foreach (var value in (int[])[Add(strings, library), 16, i < needs.Length - 1 ? 16 + 16 * versions.Length : 0])
                writer.Write(value);
            for (var j = 0; j < versions.Length; j++)
            {
                writer.Write(0);
                writer.Write((ushort)0);
                writer.Write((ushort)(j + 2));
                writer.Write(Add(strings, versions[j]));
                writer.Write(j < versions.Length - 1 ? 16 : 0);
            }
        }
    });

    private static byte[] File((uint Type, byte[] Content, int Count)[] sections) => Bytes(writer =>
    {
        writer.Write([0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1]);
        writer.Write(new byte[0x28 - 7]);
        writer.Write((ulong)(HeaderSize + sections.Sum(section => section.Content.Length)));
        writer.Write(new byte[0x3a - 0x30]);
        writer.Write((ushort)SectionHeaderSize);
        writer.Write((ushort)sections.Length);
        writer.Write((ushort)1);
        foreach (var (_, content, _) in sections)
            writer.Write(content);
        var offset = HeaderSize;
        foreach (var (type, content, count) in sections)
        {
            writer.Write(0);
            writer.Write(type);
            writer.Write(new byte[16]);
            writer.Write((ulong)offset);
            writer.Write((ulong)content.Length);
            writer.Write(1);
            writer.Write(count);
            writer.Write(new byte[16]);
            offset += content.Length;
        }
    });

    private static int Add(MemoryStream strings, string text)
    {
        var offset = (int)strings.Position;
        strings.Write(Encoding.ASCII.GetBytes(text + '\0'));
        return offset;
    }

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        return stream.ToArray();
    }
}
