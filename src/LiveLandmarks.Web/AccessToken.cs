using System.Security.Cryptography;
using System.Text;

namespace LiveLandmarks.Web;

/// <summary>The secret in the address that the server prints.</summary>
internal static class AccessToken
{
    private const int Bytes = 24;

    /// <summary>A new one: 192 random bits, in letters that need no escaping in an address.</summary>
    public static string Generate() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)).Replace('+', '-').Replace('/', '_');

    /// <summary>Compares in a time that tells nothing of the secret, its length included.</summary>
    /// <param name="secret">The token.</param>
    /// <param name="shown">What a visitor shows; null for nothing.</param>
    public static bool Matches(string secret, string? shown) =>
        shown is not null && CryptographicOperations.FixedTimeEquals(Hash(secret), Hash(shown));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
