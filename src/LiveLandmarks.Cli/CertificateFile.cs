using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LiveLandmarks.Cli;

/// <summary>Reads a certificate with its private key.</summary>
internal static class CertificateFile
{
    /// <summary>Reads the two files.</summary>
    /// <param name="certificate">PEM file of the certificate.</param>
    /// <param name="key">PEM file of the key, without a password.</param>
    /// <exception cref="InputException">A file is missing or damaged, or the two do not belong together.</exception>
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
            // TLS on Windows does not accept keys that exist only in memory.
            return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{certificate}, {key}: not a certificate with its key: {e.Message}", e);
        }
    }
}
