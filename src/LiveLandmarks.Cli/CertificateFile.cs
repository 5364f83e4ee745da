using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LiveLandmarks.Cli;

/// <summary>Reads a certificate and its key.</summary>
internal static class CertificateFile
{
    /// <summary>Reads them.</summary>
    /// <param name="certificate">PEM file.</param>
    /// <param name="key">PEM file, without a password.</param>
    /// <exception cref="InputException">One is missing or damaged, or they do not belong together.</exception>
    public static X509Certificate2 Read(string certificate, string key)
    {
        foreach (var path in new[] { certificate, key })
        {
            if (!File.Exists(path))
                throw new InputException($"{path}: no such file.");
        }
        try
        {
            using var pem = X509Certificate2.CreateFromPemFile(certificate, key);
            // Windows' TLS takes no keys that live in memory only.
            return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{certificate}, {key}: not a certificate with its key: {e.Message}", e);
        }
    }
}
