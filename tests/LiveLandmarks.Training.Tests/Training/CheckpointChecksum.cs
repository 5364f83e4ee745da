using System.Security.Cryptography;
using System.Text;

namespace LiveLandmarks.Training.Tests.Training;

/// <summary>Updates the checksum of a changed checkpoint.</summary>
internal static class CheckpointChecksum
{
    private const int HashLength = 32, HashDigits = 64;

    /// <summary>Writes the checksum into a checkpoint; does nothing if the checkpoint has no place for it.</summary>
    /// <param name="checkpoint">The bytes of the file, version 1 or 2.</param>
    public static void Mend(byte[] checkpoint)
    {
        if (checkpoint.AsSpan().StartsWith("LLCK"u8))
        {
            if (checkpoint.Length > HashLength)
                SHA256.HashData(checkpoint.AsSpan(..^HashLength)).CopyTo(checkpoint.AsSpan(checkpoint.Length - HashLength));
            return;
        }
        var start = "\"sha256\":\""u8;
        var at = checkpoint.AsSpan().IndexOf(start);
        if (at < 0 || checkpoint.Length < at + start.Length + HashDigits)
            return;
        var place = checkpoint.AsSpan(at + start.Length, HashDigits);
        place.Fill((byte)'0');
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(checkpoint)), place);
    }
}
