using System.IO.Compression;
using System.Text;

namespace LiveLandmarks.Training.Tests.Data;

/// <summary>Writes MATLAB level 5 files, like <c>save -v7</c> (compressed) and <c>save -v6</c>.</summary>
internal sealed class MatWriter(bool compressed)
{
    private readonly MemoryStream file = Header();

    public MatWriter Numbers(string name, int rows, int columns, double[] values)
    {
        Add(Matrix(6, name, [rows, columns], Element(9, [.. values.SelectMany(BitConverter.GetBytes)])));
        return this;
    }

    public MatWriter Bytes(string name, int rows, int columns, byte[] values)
    {
        Add(Matrix(9, name, [rows, columns], Element(2, values)));
        return this;
    }

    public MatWriter Texts(string name, string[] texts)
    {
        byte[] cells = [.. texts.SelectMany(text => Matrix(4, "", [1, text.Length], Element(4, Encoding.Unicode.GetBytes(text))))];
        Add(Matrix(1, name, [texts.Length, 1], cells));
        return this;
    }

    public byte[] ToArray() => file.ToArray();

    private static MemoryStream Header()
    {
        var header = new byte[128];
        Encoding.ASCII.GetBytes("MATLAB 5.0 MAT-file, written by a test").CopyTo(header, 0);
        (header[125], header[126], header[127]) = (1, (byte)'I', (byte)'M');
        var file = new MemoryStream();
        file.Write(header);
        return file;
    }

    private static byte[] Element(int type, byte[] data)
    {
        // Up to four bytes are stored inside the tag.
        if (data.Length is > 0 and <= 4)
            return [.. BitConverter.GetBytes(type | data.Length << 16), .. data, .. new byte[4 - data.Length]];
        return [.. BitConverter.GetBytes(type), .. BitConverter.GetBytes(data.Length), .. data, .. new byte[(8 - data.Length % 8) % 8]];
    }

    private static byte[] Matrix(int kind, string name, int[] dimensions, byte[] content) => Element(14,
    [
        .. Element(6, [.. BitConverter.GetBytes(kind), .. new byte[4]]),
        .. Element(5, [.. dimensions.SelectMany(BitConverter.GetBytes)]),
        .. Element(1, Encoding.ASCII.GetBytes(name)),
        .. content,
    ]);

    private void Add(byte[] matrix)
    {
        if (!compressed)
        {
            file.Write(matrix);
            return;
        }
        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(matrix);
        file.Write(BitConverter.GetBytes(15));
        file.Write(BitConverter.GetBytes((int)deflated.Length));
        file.Write(deflated.ToArray());
    }
}
