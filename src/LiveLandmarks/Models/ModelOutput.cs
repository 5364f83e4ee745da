namespace LiveLandmarks.Models;

/// <summary>What a network returns: float [N, channels, size, size]; float [N, channels] for a network of kind
/// <see cref="ModelKind.Expression"/>.</summary>
/// <param name="Name">Name of the graph's output.</param>
/// <param name="Channels">Number of maps or values.</param>
/// <param name="Size">Side of each map in cells; 1 if the output is not maps.</param>
public sealed record ModelOutput(string Name, int Channels, int Size);
