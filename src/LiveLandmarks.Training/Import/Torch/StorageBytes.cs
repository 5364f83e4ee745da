namespace LiveLandmarks.Training.Import.Torch;

/// <summary>Reads a storage's bytes, after making sure that they can be there.</summary>
internal static class StorageBytes
{
    /// <summary>Reads a storage.</summary>
    /// <param name="stream">Where it begins.</param>
    /// <param name="storage">Which.</param>
    /// <param name="available">Bytes that the file still has, so that no more than those are ever allocated.</param>
    /// <param name="path">The file's path for messages.</param>
    public static float[] Read(Stream stream, StorageReference storage, long available, string path)
    {
        if (storage.Count > available / storage.ElementSize)
            throw Truncated(path);
        if (storage.Count > int.MaxValue / sizeof(double))
            throw new WeightsException(
                $"{path}: a storage of {storage.Count} elements is refused; this reader takes {int.MaxValue / sizeof(double)}.");
        var bytes = new byte[storage.Count * storage.ElementSize];
        return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length
            ? StorageElements.ToFloats(storage.Type, bytes)
            : throw Truncated(path);
    }

    public static WeightsException Truncated(string path) => new($"{path}: the checkpoint is truncated; copy or download it again.");
}
