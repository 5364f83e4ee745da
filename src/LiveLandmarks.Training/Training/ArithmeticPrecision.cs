using System.Text.Json.Serialization;

namespace LiveLandmarks.Training.Training;

/// <summary>The number format that a training computes in.</summary>
public enum ArithmeticPrecision
{
    /// <summary>32-bit floats throughout.</summary>
    Full,

    /// <summary>
    /// Maps in bfloat16, weights and loss in 32 bits: about twice as fast on processors with AVX-512 BF16 or AMX, slower on older ones.
    /// </summary>
    [JsonStringEnumMemberName("bfloat16")]
    BFloat16,
}
