namespace LiveLandmarks.Training.Import.Torch;

/// <summary>Types of a storage's elements.</summary>
internal enum ElementType
{
    Float,
    Half,
    Double,
    Long,
    Int,
    Bool,
}
