using System.Buffers.Binary;

namespace LiveLandmarks.Capture.Pictures;

/// <summary>Size and channels of a Huffman-coded JPEG picture with 8 bits per sample.</summary>
internal sealed class JpegFrame
{
    private JpegFrame(bool progressive, JpegComponent[] components, int columns, int rows) =>
        (IsProgressive, Components, Columns, Rows) = (progressive, components, columns, rows);

    /// <summary>Whether every scan adds to all blocks instead of completing some.</summary>
    public bool IsProgressive { get; }

    /// <summary>The channels, 1 to 4.</summary>
    public JpegComponent[] Components { get; }

    /// <summary>Number of units of all channels in a row.</summary>
    public int Columns { get; }

    /// <summary>Number of rows of units.</summary>
    public int Rows { get; }

    /// <summary>Reads a frame header.</summary>
    /// <param name="marker">Marker of the header.</param>
    /// <param name="header">Content of the header.</param>
    /// <returns>Null if the picture is of another kind, or its height comes later.</returns>
    public static JpegFrame? Read(byte marker, ReadOnlySpan<byte> header)
    {
        if (marker is not (JpegMarker.Baseline or JpegMarker.Sequential or JpegMarker.Progressive) || header.Length < 6 || header[0] != 8)
            return null;
        var (height, width, count) =
            (BinaryPrimitives.ReadUInt16BigEndian(header[1..]), BinaryPrimitives.ReadUInt16BigEndian(header[3..]), header[5]);
        if (height == 0 || width == 0 || count is < 1 or > 4 || header.Length < 6 + 3 * count)
            return null;
        var sampling = new (byte Id, int Across, int Down)[count];
        for (var i = 0; i < count; i++)
        {
            var entry = header.Slice(6 + 3 * i, 3);
            sampling[i] = (entry[0], entry[1] >> 4, entry[1] & 15);
            if (sampling[i].Across is < 1 or > 4 || sampling[i].Down is < 1 or > 4)
                return null;
        }
        var (across, down) = (sampling.Max(channel => channel.Across), sampling.Max(channel => channel.Down));
        var (columns, rows) = (Parts(width, 8 * across), Parts(height, 8 * down));
        var progressive = marker == JpegMarker.Progressive;
        JpegComponent[] components =
        [
            .. sampling.Select(channel => new JpegComponent(channel.Id, channel.Across, channel.Down)
            {
                Blocks = (Parts(Parts(width * channel.Across, across), 8), Parts(Parts(height * channel.Down, down), 8)),
                Stride = columns * channel.Across,
                NotZero = progressive ? new ulong[columns * channel.Across * rows * channel.Down] : [],
            }),
        ];
        return new JpegFrame(progressive, components, columns, rows);
    }

    private static int Parts(int length, int part) => (length + part - 1) / part;
}
