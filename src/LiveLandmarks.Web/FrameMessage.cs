using System.Buffers.Binary;
using System.Net.WebSockets;

namespace LiveLandmarks.Web;

/// <summary>
/// One frame as the page sends it. Little-endian: 4 bytes <c>LLF1</c>, the frame's number (32 bits, unsigned), its capture time (64-bit
/// float, milliseconds on the page's clock), then a JPEG. Numbers and times increase from message to message.
/// </summary>
/// <param name="Number">The page's number of the frame.</param>
/// <param name="Captured">When the frame was captured, on the page's clock.</param>
/// <param name="Picture">The JPEG.</param>
internal readonly record struct FrameMessage(uint Number, TimeSpan Captured, ReadOnlyMemory<byte> Picture)
{
    public const int HeaderLength = 16;

    private const double LongestTime = 1e11;

    private static ReadOnlySpan<byte> Magic => "LLF1"u8;

    /// <summary>Reads a message.</summary>
    /// <param name="message">The whole message; the result's picture refers to its memory.</param>
    /// <exception cref="BadMessageException">The header is invalid, or the time is out of range.</exception>
    public static FrameMessage Parse(ReadOnlyMemory<byte> message)
    {
        var bytes = message.Span;
        if (bytes.Length <= HeaderLength || !bytes.StartsWith(Magic))
            throw new BadMessageException(WebSocketCloseStatus.ProtocolError, "A frame starts with LLF1, its number and its time.");
        var milliseconds = BinaryPrimitives.ReadDoubleLittleEndian(bytes[8..]);
        // Written so that NaN fails too.
        if (!(milliseconds is >= 0 and <= LongestTime))
            throw new BadMessageException(WebSocketCloseStatus.ProtocolError, "The time of a frame must be in milliseconds, from 0.");
        return new FrameMessage(
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]),
            TimeSpan.FromMilliseconds(milliseconds),
            message[HeaderLength..]);
    }

    /// <summary>Refuses a frame that does not follow another.</summary>
    /// <param name="last">The previous frame.</param>
    /// <exception cref="BadMessageException">Number or time did not increase.</exception>
    public void RequireAfter(FrameMessage last)
    {
        if (Number <= last.Number || Captured <= last.Captured)
            throw new BadMessageException(
                WebSocketCloseStatus.ProtocolError, "The number and the time of a frame must be greater than those of the last frame.");
    }
}
