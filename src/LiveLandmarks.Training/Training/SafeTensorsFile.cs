using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LiveLandmarks.Training.Training;

/// <summary>
/// A file in the safetensors format (github.com/huggingface/safetensors): the length of the header (int64), the header (JSON: type, shape
/// and place of each tensor; strings under <c>__metadata__</c>), the tensors' values without gaps. Numbers are little-endian. Our own
/// metadata starts with <c>sha256</c>, the hash of the whole file with zeros in place of the hash.
/// </summary>
/// <param name="Metadata">Strings by name, <c>sha256</c> left out.</param>
/// <param name="Tensors">The tensors; their names are unique.</param>
internal sealed record SafeTensorsFile(IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<StoredTensor> Tensors)
{
    private const string MetadataKey = "__metadata__", HashKey = "sha256";
    private const int LengthBytes = sizeof(long), HashDigits = 64, Alignment = 8;

    // The format's own limit.
    private const int LongestHeader = 100_000_000;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static ReadOnlySpan<byte> HashStart => "{\"__metadata__\":{\"sha256\":\""u8;

    /// <summary>Whether a file may have this format: its header's opening brace follows the header's length.</summary>
    /// <param name="start">The first nine bytes of the file, or fewer if it is shorter.</param>
    public static bool HasFormat(ReadOnlySpan<byte> start) => start.Length == LengthBytes + 1 && start[LengthBytes] == (byte)'{';

    /// <summary>Reads a file and verifies its checksum.</summary>
    /// <param name="file">The file, at its start.</param>
    /// <exception cref="InvalidDataException">The file is cut off or damaged.</exception>
    /// <exception cref="JsonException">The header is not JSON.</exception>
    public static SafeTensorsFile Read(Stream file)
    {
        var header = ReadHeader(file);
        using var json = JsonDocument.Parse(header.AsMemory(LengthBytes), Strict);
        var root = json.RootElement;
        var places = root.EnumerateObject().Where(entry => entry.Name != MetadataKey)
            .Select(entry => TensorPlace.Of(entry.Name, entry.Value)).ToList();
        var tensors = new Dictionary<string, StoredTensor>();
        var stored = TakeHash(header);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header);
        // Tensors follow one another without overlap: so no byte is read twice, and a small file cannot claim much memory.
        foreach (var place in places.OrderBy(place => place.Begin).ThenBy(place => place.End))
        {
            place.RequireAt(file.Position - header.Length, file.Length - header.Length);
            var tensor = place.Allocate();
            file.ReadExactly(tensor.Bytes);
            hash.AppendData(tensor.Bytes);
            tensors.Add(place.Name, tensor);
        }
        if (file.Position != file.Length)
            throw new InvalidDataException("there is data after the last tensor.");
        if (!stored.AsSpan().SequenceEqual(hash.GetHashAndReset()))
            throw new InvalidDataException("its checksum does not match.");
        return new SafeTensorsFile(
            root.GetProperty(MetadataKey)
                .EnumerateObject().Where(entry => entry.Name != HashKey)
                .ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!),
            [.. places.Select(place => tensors[place.Name])]);
    }

    /// <summary>Writes the file.</summary>
    /// <param name="file">Where to write.</param>
    public void Write(Stream file)
    {
        // The wider values first, so that all are aligned.
        StoredTensor[] order = [.. Tensors.OrderBy(tensor => tensor.Values is float[])];
        var header = Header(order);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header);
        foreach (var tensor in order)
            hash.AppendData(tensor.Bytes);
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()), HashPlace(header));
        file.Write(header);
        foreach (var tensor in order)
            file.Write(tensor.Bytes);
    }

    private static byte[] ReadHeader(Stream file)
    {
        var length = new byte[LengthBytes];
        file.ReadExactly(length);
        var bytes = BinaryPrimitives.ReadInt64LittleEndian(length);
        if (bytes < HashStart.Length + HashDigits || bytes > Math.Min(LongestHeader, file.Length - LengthBytes))
            throw new InvalidDataException($"a header of {bytes} bytes is too small or too long for this file.");
        var header = new byte[LengthBytes + bytes];
        length.CopyTo(header, 0);
        file.ReadExactly(header.AsSpan(LengthBytes));
        return header;
    }

    /// <summary>Takes the hash out of a header, leaving zeros in its place.</summary>
    private static byte[] TakeHash(byte[] header)
    {
        if (!header.AsSpan(LengthBytes).StartsWith(HashStart))
            throw new InvalidDataException("there is no checksum; it was written by another program.");
        var place = HashPlace(header);
        var hash = Convert.FromHexString(Encoding.ASCII.GetString(place));
        place.Fill((byte)'0');
        return hash;
    }

    private static Span<byte> HashPlace(byte[] header) => header.AsSpan(LengthBytes + HashStart.Length, HashDigits);

    private byte[] Header(StoredTensor[] order)
    {
        var places = new Dictionary<string, TensorPlace>();
        foreach (var tensor in order)
            places.Add(tensor.Name, TensorPlace.After(places.Count > 0 ? places[order[places.Count - 1].Name].End : 0, tensor));
        using var content = new MemoryStream();
        content.Write(stackalloc byte[LengthBytes]);
        using (var json = new Utf8JsonWriter(content))
        {
            json.WriteStartObject();
            json.WriteStartObject(MetadataKey);
            json.WriteString(HashKey, new string('0', HashDigits));
            foreach (var (name, text) in Metadata)
                json.WriteString(name, text);
            json.WriteEndObject();
            foreach (var tensor in Tensors)
                places[tensor.Name].Write(json);
            json.WriteEndObject();
        }
        while (content.Length % Alignment != 0)
            content.WriteByte((byte)' ');
        var header = content.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(header, header.Length - LengthBytes);
        return header;
    }
}
