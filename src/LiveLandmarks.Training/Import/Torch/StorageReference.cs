namespace LiveLandmarks.Training.Import.Torch;

/// <summary>A storage that the pickle mentions; its bytes lie elsewhere in the file.</summary>
/// <param name="Key">Its name in the file.</param>
/// <param name="Type">Type of its elements.</param>
/// <param name="Count">Number of its elements.</param>
internal sealed record StorageReference(string Key, ElementType Type, long Count)
{
    public int ElementSize => Type switch
    {
        ElementType.Double or ElementType.Long => 8,
        ElementType.Half => 2,
        ElementType.Bool => 1,
        _ => 4,
    };
}
