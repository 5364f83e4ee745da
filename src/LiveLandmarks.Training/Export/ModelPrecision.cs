namespace LiveLandmarks.Training.Export;

/// <summary>Number format of a model's weights and computation. Inputs and outputs are always 32 bits.</summary>
public enum ModelPrecision
{
    /// <summary>32 bits.</summary>
    Full,

    /// <summary>16 bits: half the file, and on most GPUs twice the speed. A CPU gains nothing.</summary>
    Half,
}
