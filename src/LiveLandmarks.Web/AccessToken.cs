using System.Security.Cryptography;
using System.Text;

namespace LiveLandmarks.Web;

/// <summary>The secret token in the address that the server prints.</summary>
internal static class AccessToken
{
    private const int Bytes = 24;

    /// <summary>Makes a new token: 192 random bits, in characters that need no escaping in an address.</summary>
    public static string Generate() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)).Replace('+', '-').Replace('/', '_');

    /// <summary>Compares tokens in a time that does not depend on the secret or its length.</summary>
    /// <param name="secret">The token.</param>
    /// <param name="shown">The token that a visitor presents; null for none.</param>
    public static bool Matches(string secret, string? shown) =>
        shown is not null && CryptographicOperations.FixedTimeEquals(Hash(secret), Hash(shown));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
