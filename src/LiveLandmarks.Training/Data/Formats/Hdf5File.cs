using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LiveLandmarks.Training.Data.Formats;

/// <summary>
/// Reads HDF5 files ("HDF5 File Format Specification Version 1.1" and later, the old forms), in the form that MATLAB 7.3 writes: version 0
/// superblock, groups as symbol tables, version 1 object headers, and datasets that are compact, contiguous or in deflated chunks.
/// </summary>
internal sealed class Hdf5File : IDisposable
{
    private const int MaxMessages = 10000;

    private readonly SafeFileHandle handle;
    private readonly long length;
    private readonly long start;
    private readonly long root;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file does not have this format.</exception>
    public Hdf5File(string path)
    {
        try
        {
            handle = File.OpenHandle(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}", e);
        }
        try
        {
            length = RandomAccess.GetLength(handle);
            start = FindSuperblock();
            var superblock = Read(0, 96);
            if (superblock[8] != 0 || superblock[13] != 8 || superblock[14] != 8)
                throw new InvalidDataException($"HDF5 of superblock version {superblock[8]} is not supported; MATLAB writes 0.");
            root = BinaryPrimitives.ReadInt64LittleEndian(superblock.AsSpan(64));
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>The file's length in bytes.</summary>
    public long Length => length;

    /// <summary>A dataset of the root group.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidDataException">There is no such dataset, or it is not supported.</exception>
    public Hdf5Dataset Dataset(string name)
    {
        var table = Messages(root).FirstOrDefault(message => message.Type == 0x11).Data
            ?? throw new InvalidDataException("The root group has no symbol table.");
        var tree = BinaryPrimitives.ReadInt64LittleEndian(table);
        var heap = Read(BinaryPrimitives.ReadInt64LittleEndian(table.AsSpan(8)), 32);
        var names = BinaryPrimitives.ReadInt64LittleEndian(heap.AsSpan(24));
        return Find(tree, names, name, 0) is { } address ? At(address) : throw new InvalidDataException($"There is no variable {name}.");
    }

    /// <summary>The dataset whose object header is at an address, as in object references.</summary>
    public Hdf5Dataset At(long address) => new(this, Messages(address));

    /// <summary>Reads bytes at an address.</summary>
    /// <exception cref="InvalidDataException">The file ends before them.</exception>
    public byte[] Read(long address, long count)
    {
        if (address < 0 || count < 0 || count > int.MaxValue || address > length - start || count > length - start - address)
            throw new InvalidDataException("The file ends early.");
        var bytes = new byte[count];
        var done = 0;
        while (done < bytes.Length)
        {
            var read = RandomAccess.Read(handle, bytes.AsSpan(done), start + address + done);
            if (read == 0)
                throw new InvalidDataException("The file ends early.");
            done += read;
        }
        return bytes;
    }

    public void Dispose() => handle.Dispose();

    /// <summary>Finds the signature, which is at 0 or at a power of two from 512; MATLAB writes its own header before it.</summary>
    private long FindSuperblock()
    {
        Span<byte> signature = stackalloc byte[8];
        for (var at = 0L; at + 96 <= length; at = at == 0 ? 512 : 2 * at)
        {
            if (RandomAccess.Read(handle, signature, at) == 8
                && signature is [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A])
                return at;
        }
        throw new InvalidDataException("No HDF5 signature.");
    }

    private long? Find(long node, long names, string name, int depth)
    {
        if (depth > 32)
            throw new InvalidDataException("The tree of names is too deep.");
        var head = Read(node, 24);
        if (head.AsSpan(0, 4).SequenceEqual("SNOD"u8))
            return FindInLeaf(node, BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(6)), names, name);
        if (!head.AsSpan(0, 4).SequenceEqual("TREE"u8) || head[4] != 0)
            throw new InvalidDataException("A node of the tree of names is damaged.");
        int count = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(6));
        var entries = Read(node + 24, 16 * count + 8);
        for (var i = 0; i < count; i++)
        {
            if (Find(BinaryPrimitives.ReadInt64LittleEndian(entries.AsSpan(16 * i + 8)), names, name, depth + 1) is { } found)
                return found;
        }
        return null;
    }

    private long? FindInLeaf(long node, int count, long names, string name)
    {
        var wanted = Encoding.UTF8.GetBytes(name + "\0");
        var entries = Read(node + 8, 40 * count);
        for (var i = 0; i < count; i++)
        {
            var at = names + BinaryPrimitives.ReadInt64LittleEndian(entries.AsSpan(40 * i));
            if (at + wanted.Length <= length - start && Read(at, wanted.Length).AsSpan().SequenceEqual(wanted))
                return BinaryPrimitives.ReadInt64LittleEndian(entries.AsSpan(40 * i + 8));
        }
        return null;
    }

    /// <summary>The messages of a version 1 object header, including continuations.</summary>
    private List<(int Type, byte[] Data)> Messages(long address)
    {
        var head = Read(address, 16);
        if (head[0] != 1)
            throw new InvalidDataException($"An object header of version {head[0]} is not supported; MATLAB writes 1.");
        var messages = new List<(int, byte[])>();
        var blocks = new Queue<(long Address, long Length)>();
        blocks.Enqueue((address + 16, BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(8))));
        while (blocks.TryDequeue(out var block) && messages.Count < MaxMessages)
        {
            var bytes = Read(block.Address, block.Length);
            for (var at = 0; at + 8 <= bytes.Length;)
            {
                int type = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
                int size = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 2));
                var data = bytes.AsSpan(at + 8, Math.Min(size, bytes.Length - at - 8)).ToArray();
                if (type == 0x10)
                    blocks.Enqueue((BinaryPrimitives.ReadInt64LittleEndian(data), BinaryPrimitives.ReadInt64LittleEndian(data.AsSpan(8))));
                else
                    messages.Add((type, data));
                at += 8 + size;
            }
        }
        return messages;
    }
}
