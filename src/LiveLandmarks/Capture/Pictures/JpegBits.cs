namespace LiveLandmarks.Capture.Pictures;

/// <summary>The bits of a JPEG file's entropy-coded data up to the next marker, then zeros.</summary>
/// <param name="bytes">The file.</param>
/// <param name="position">Where the data starts.</param>
internal ref struct JpegBits(ReadOnlySpan<byte> bytes, int position)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private ulong buffer;
    private int count;

    /// <summary>Position of the next byte, or of the marker.</summary>
    public int Position { get; private set; } = position;

    /// <summary>Whether more bits were requested than exist.</summary>
    public bool Overrun { get; private set; }

    /// <summary>Returns the next 16 bits without consuming them.</summary>
    public int Peek()
    {
        if (count < 16)
            Fill();
        return (int)(buffer >> 48);
    }

    /// <summary>Skips bits.</summary>
    /// <param name="number">Number of bits, at most 16.</param>
    public void Skip(int number)
    {
        if (count < number)
            Fill();
        buffer <<= number;
        count -= number;
        if (count >= 0)
            return;
        (count, buffer, Overrun) = (0, 0, true);
    }

    /// <summary>Reads the next bits as a number.</summary>
    /// <param name="number">Number of bits, at most 16.</param>
    public int Read(int number)
    {
        if (number == 0)
            return 0;
        var value = Peek() >> (16 - number);
        Skip(number);
        return value;
    }

    /// <summary>Skips everything up to the next marker.</summary>
    /// <returns>Number of bytes skipped, without partly read bytes and the padding bytes of encoders, 0 and 0xFF.</returns>
    public int GoToMarker()
    {
        var left = count / 8;
        (buffer, count) = (0, 0);
        for (; Position < bytes.Length; Position++)
        {
            if (bytes[Position] == 0xFF && Position + 1 < bytes.Length && bytes[Position + 1] is not (0 or 0xFF))
                break;
            left += bytes[Position] is 0 or 0xFF ? 0 : 1;
        }
        return left;
    }

    /// <summary>Skips a marker at the current position.</summary>
    /// <param name="marker">The marker that is expected.</param>
    /// <returns>False if another marker is there, or none.</returns>
    public bool SkipMarker(byte marker)
    {
        if (Position + 1 >= bytes.Length || bytes[Position + 1] != marker)
            return false;
        Position += 2;
        return true;
    }

    private void Fill()
    {
        while (count <= 56 && Position < bytes.Length)
        {
            var next = bytes[Position];
            if (next == 0xFF)
            {
                if (Position + 1 >= bytes.Length || bytes[Position + 1] is not 0)
                    return;
                Position++;
            }
            Position++;
            buffer |= (ulong)next << (56 - count);
            count += 8;
        }
    }
}
