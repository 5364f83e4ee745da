using LiveLandmarks.Models;

namespace LiveLandmarks.Training.Data;

/// <summary>What the networks of this trainer read: planes of red, green and blue from 0 to 1, as <see cref="PlaneWriter"/> writes
/// them.</summary>
internal static class NetworkInput
{
    /// <summary>Name of the input in an exported model.</summary>
    public const string Name = "image";

    /// <summary>The input of a network for square pictures of a size.</summary>
    /// <param name="size">Side of the picture in pixels.</param>
    public static ModelInput Of(int size) => new(Name, size, "RGB", 1 / 255f);
}
