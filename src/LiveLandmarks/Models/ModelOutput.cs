namespace LiveLandmarks.Models;

/// <summary>What a network returns: float [N, channels, size, size].</summary>
/// <param name="Name">Name of the graph's output.</param>
/// <param name="Channels">Number of maps.</param>
/// <param name="Size">Side of each map in cells.</param>
public sealed record ModelOutput(string Name, int Channels, int Size);
