using System.Text.Json;

namespace LiveLandmarks.Training.Training;

/// <summary>The entry of a tensor in the header of a <see cref="SafeTensorsFile"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Shape">Its dimensions; none for a scalar.</param>
/// <param name="Begin">Where its values start, in bytes after the header.</param>
/// <param name="End">Where its values end, in bytes after the header.</param>
internal sealed record TensorPlace(string Name, string Type, long[] Shape, long Begin, long End)
{
    private const string Float32 = "F32", Int64 = "I64";

    private int Width => Type switch
    {
        Float32 => sizeof(float),
        Int64 => sizeof(long),
        _ => throw new InvalidDataException($"{Name} has values of the unknown type {Type}."),
    };

    /// <summary>Places a tensor.</summary>
    /// <param name="begin">Where the previous tensor ends.</param>
    /// <param name="tensor">The tensor.</param>
    public static TensorPlace After(long begin, StoredTensor tensor) =>
        new(tensor.Name, tensor.Values is float[] ? Float32 : Int64, tensor.Shape, begin, begin + tensor.Bytes.Length);

    /// <summary>Reads an entry of the header.</summary>
    /// <param name="name">Its key.</param>
    /// <param name="entry">Its value.</param>
    public static TensorPlace Of(string name, JsonElement entry)
    {
        var offsets = entry.GetProperty("data_offsets");
        if (offsets.GetArrayLength() != 2)
            throw new InvalidDataException($"{name} has no start and end.");
        long[] shape = [.. entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        return new TensorPlace(name, entry.GetProperty("dtype").GetString() ?? "", shape, offsets[0].GetInt64(), offsets[1].GetInt64());
    }

    /// <summary>Writes the entry of the header.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject(Name);
        json.WriteString("dtype", Type);
        json.WriteStartArray("shape");
        foreach (var size in Shape)
            json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(Begin);
        json.WriteNumberValue(End);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Checks that the values start where the previous ones end, end inside the file and match the shape.</summary>
    /// <param name="position">Where the previous values end.</param>
    /// <param name="length">Bytes of all tensors.</param>
    public void RequireAt(long position, long length)
    {
        if (Begin != position || End < Begin || End > length)
            throw new InvalidDataException($"{Name} lies from {Begin} to {End}, not within {position} and {length}.");
        var count = 1L;
        foreach (var size in Shape)
        {
            if (size < 0 || (size > 0 && count > length / size))
                throw new InvalidDataException($"{Name} has the shape [{string.Join(", ", Shape)}], which is more than the file holds.");
            count *= size;
        }
        if (count * Width != End - Begin)
            throw new InvalidDataException($"{Name} has {End - Begin} bytes for the shape [{string.Join(", ", Shape)}].");
    }

    /// <summary>Allocates room for the values.</summary>
    public StoredTensor Allocate() =>
        new(Name, Shape, Type == Float32 ? new float[(End - Begin) / Width] : new long[(End - Begin) / Width]);
}
