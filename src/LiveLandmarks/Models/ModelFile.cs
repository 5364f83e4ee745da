using System.Security.Cryptography;

namespace LiveLandmarks.Models;

/// <summary>The bytes of a model that passed all checks required before a session may open it.</summary>
public sealed class ModelFile
{
    /// <summary>Largest file accepted, in bytes (512 MiB).</summary>
    public const long MaximumLength = 512L << 20;

    private ModelFile(ModelManifest manifest, byte[] bytes)
    {
        Manifest = manifest;
        Bytes = bytes;
    }

    /// <summary>The manifest of the model; its hash matches the bytes.</summary>
    public ModelManifest Manifest { get; }

    internal byte[] Bytes { get; }

    /// <summary>Reads a model by its manifest: checks size and SHA-256, and rejects files that refer to other files.</summary>
    /// <param name="manifestPath">Path of the manifest; the ONNX file is in the same folder.</param>
    /// <exception cref="ModelException">The manifest or model is missing or rejected.</exception>
    public static ModelFile Open(string manifestPath)
    {
        var manifest = ModelManifest.Read(manifestPath);
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(manifestPath))!, manifest.File);
        var bytes = ReadBytes(path);

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (!hash.Equals(manifest.Sha256, StringComparison.OrdinalIgnoreCase))
        {
            throw new ModelException(
                $"{path}: SHA-256 is {hash}, the manifest says {manifest.Sha256}; restore the file, or correct the manifest if you made " +
                    "the model.");
        }

        OnnxInspection.RefuseExternalData(bytes, path);
        return new ModelFile(manifest, bytes);
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length <= MaximumLength
                ? File.ReadAllBytes(path)
                : throw new ModelException($"{path}: {length >> 20} MiB; models over {MaximumLength >> 20} MiB are refused.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{path}: the model cannot be read: {e.Message}", e);
        }
    }
}
