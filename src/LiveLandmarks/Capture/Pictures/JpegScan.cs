namespace LiveLandmarks.Capture.Pictures;

/// <summary>Parses the entropy-coded data of a scan as a decoder does, without making a picture (ITU-T T.81, annexes F and G).</summary>
internal sealed class JpegScan
{
    private const int LastCoefficient = 63, RunOfSixteen = 15;

    // Number of bytes that an encoder may leave after the data; more than that is data that a fault has shifted.
    private const int MaxPadding = 32;

    private readonly JpegFrame frame;
    private readonly (JpegComponent Component, HuffmanTable? Dc, HuffmanTable? Ac)[] channels;
    private readonly int first, last;
    private readonly bool refines;
    private int bandsToSkip;

    private JpegScan(JpegFrame frame, (JpegComponent, HuffmanTable?, HuffmanTable?)[] channels, int first, int last, bool refines) =>
        (this.frame, this.channels, this.first, this.last, this.refines) = (frame, channels, first, last, refines);

    /// <summary>Reads a scan header.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="header">Content of the header.</param>
    /// <param name="tables">The Huffman tables: those for DC by number, then those for AC.</param>
    /// <returns>Null if the header is invalid, or a table is missing that decoders may have from elsewhere.</returns>
    public static JpegScan? Read(JpegFrame frame, ReadOnlySpan<byte> header, HuffmanTable?[] tables)
    {
        if (header.Length < 1 || header[0] is < 1 or > 4 || header.Length < 4 + 2 * header[0])
            return null;
        var count = header[0];
        var end = header[(1 + 2 * count)..];
        var (first, last, refines) = frame.IsProgressive ? (end[0], end[1], end[2] >> 4 > 0) : (0, LastCoefficient, false);
        if (first > last || last > LastCoefficient || (first > 0 && count > 1))
            return null;
        var channels = new (JpegComponent, HuffmanTable?, HuffmanTable?)[count];
        for (var i = 0; i < count; i++)
        {
            var (id, dc, ac) = (header[1 + 2 * i], header[2 + 2 * i] >> 4, header[2 + 2 * i] & 15);
            if (dc > 3 || ac > 3 || Array.Find(frame.Components, component => component.Id == id) is not { } component)
                return null;
            channels[i] = (component, tables[dc], tables[4 + ac]);
            var (needsDc, needsAc) = (first == 0 && !refines, frame.IsProgressive ? first > 0 : last > 0);
            if ((needsDc && tables[dc] is null) || (needsAc && tables[4 + ac] is null))
                return null;
        }
        return new JpegScan(frame, channels, first, last, refines);
    }

    /// <summary>Parses the data.</summary>
    /// <param name="bits">The data, from its start.</param>
    /// <param name="restartInterval">Number of units between two restart markers; 0 for none.</param>
    /// <returns>False if a code does not exist, data is left over, or a restart marker or more than one row of the picture is
    /// missing.</returns>
    public bool IsComplete(ref JpegBits bits, int restartInterval)
    {
        var alone = channels.Length == 1;
        var (columns, rows) = alone ? channels[0].Component.Blocks : (frame.Columns, frame.Rows);
        var (units, restarts) = (columns * rows, 0);
        for (var unit = 0; unit < units; unit++)
        {
            if (restartInterval > 0 && unit > 0 && unit % restartInterval == 0)
            {
                if (bits.GoToMarker() > MaxPadding || !bits.SkipMarker((byte)(JpegMarker.FirstRestart + restarts++ % 8)))
                    return false;
                bandsToSkip = 0;
            }
            var (row, column) = Math.DivRem(unit, columns);
            if (!(alone ? IsBlock(ref bits, channels[0], row, column) : IsUnit(ref bits, row, column)))
                return false;
            // Files of some programs lack the last bits; decoders fill them in.
            if (bits.Overrun)
                return unit > 0 && unit >= units - columns;
        }
        return bits.GoToMarker() <= MaxPadding;
    }

    private bool IsUnit(ref JpegBits bits, int row, int column)
    {
        foreach (var channel in channels)
        {
            var (across, down) = (channel.Component.Across, channel.Component.Down);
            for (var block = 0; block < across * down; block++)
            {
                if (!IsBlock(ref bits, channel, row * down + block / across, column * across + block % across))
                    return false;
            }
        }
        return true;
    }

    private bool IsBlock(ref JpegBits bits, (JpegComponent Component, HuffmanTable? Dc, HuffmanTable? Ac) channel, int row, int column)
    {
        if (!frame.IsProgressive)
            return IsDc(ref bits, channel.Dc!) && IsSequential(ref bits, channel.Ac!);
        if (first == 0)
        {
            if (!refines)
                return IsDc(ref bits, channel.Dc!);
            bits.Skip(1);
            return true;
        }
        ref var notZero = ref channel.Component.NotZero[row * channel.Component.Stride + column];
        return refines ? IsRefinement(ref bits, channel.Ac!, ref notZero) : IsBand(ref bits, channel.Ac!, ref notZero);
    }

    private static bool IsDc(ref JpegBits bits, HuffmanTable table)
    {
        var length = table.Next(ref bits);
        if (length is < 0 or > 16)
            return false;
        bits.Skip(length);
        return true;
    }

    private static bool IsSequential(ref JpegBits bits, HuffmanTable table)
    {
        for (var at = 1; at <= LastCoefficient; at++)
        {
            var symbol = table.Next(ref bits);
            if (symbol < 0)
                return false;
            var (run, length) = (symbol >> 4, symbol & 15);
            if (length == 0 && run != RunOfSixteen)
                return true;
            at += run;
            if (length > 0 && at > LastCoefficient)
                return false;
            bits.Skip(length);
        }
        return true;
    }

    private bool IsBand(ref JpegBits bits, HuffmanTable table, ref ulong notZero)
    {
        if (bandsToSkip > 0)
        {
            bandsToSkip--;
            return true;
        }
        for (var at = first; at <= last; at++)
        {
            var symbol = table.Next(ref bits);
            if (symbol < 0)
                return false;
            var (run, length) = (symbol >> 4, symbol & 15);
            if (length == 0 && run != RunOfSixteen)
            {
                bandsToSkip = (1 << run) - 1 + bits.Read(run);
                return true;
            }
            at += run;
            if (length == 0)
                continue;
            if (at > LastCoefficient)
                return false;
            bits.Skip(length);
            notZero |= 1UL << at;
        }
        return true;
    }

    /// <summary>Reads a bit for each coefficient that is not zero and, between these, the new coefficients.</summary>
    private bool IsRefinement(ref JpegBits bits, HuffmanTable table, ref ulong notZero)
    {
        var at = first;
        for (; bandsToSkip == 0 && at <= last; at++)
        {
            var symbol = table.Next(ref bits);
            if (symbol < 0)
                return false;
            var (run, length) = (symbol >> 4, symbol & 15);
            if (length > 0)
            {
                bits.Skip(1);
            }
            else if (run != RunOfSixteen)
            {
                bandsToSkip = (1 << run) + bits.Read(run);
                break;
            }
            for (; at <= last; at++)
            {
                if ((notZero >> at & 1) > 0)
                    bits.Skip(1);
                else if (--run < 0)
                    break;
            }
            if (length == 0)
                continue;
            if (at > LastCoefficient)
                return false;
            notZero |= 1UL << at;
        }
        if (bandsToSkip == 0)
            return true;
        for (; at <= last; at++)
        {
            if ((notZero >> at & 1) > 0)
                bits.Skip(1);
        }
        bandsToSkip--;
        return true;
    }
}
