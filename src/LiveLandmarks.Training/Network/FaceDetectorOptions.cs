namespace LiveLandmarks.Training.Network;

/// <summary>The shape of a <see cref="FaceDetectorNetwork"/>.</summary>
public sealed record FaceDetectorOptions
{
    /// <summary>Side of the input in pixels, a multiple of 32.</summary>
    public int InputSize { get; init; } = 320;

    /// <summary>Features of the first layer, a multiple of 4; deeper layers have up to six times as many.</summary>
    public int Width { get; init; } = 16;

    /// <summary>Side of the map in cells.</summary>
    public int MapSize => InputSize / FaceDetectorNetwork.Stride;

    /// <summary>Throws unless every number is in its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(InputSize, 64);
        ArgumentOutOfRangeException.ThrowIfNotEqual(InputSize % 32, 0, nameof(InputSize));
        ArgumentOutOfRangeException.ThrowIfLessThan(Width, 4);
        ArgumentOutOfRangeException.ThrowIfNotEqual(Width % 4, 0, nameof(Width));
    }
}
