namespace LiveLandmarks.Models;

/// <summary>What a network expects: float [N, 3, size, size], planes in the given color order, pixel values multiplied by
/// <paramref name="Scale"/>. A network of kind <see cref="ModelKind.Expression"/> expects float [N, size] instead, values as they
/// are.</summary>
/// <param name="Name">Name of the graph's input.</param>
/// <param name="Size">Side of the square in pixels, or number of values.</param>
/// <param name="Color">Order of the planes, <c>RGB</c> or <c>BGR</c>; <c>none</c> if the input is not a picture.</param>
/// <param name="Scale">Factor from 0..255 to the network's range; 1 if the input is not a picture.</param>
public sealed record ModelInput(string Name, int Size, string Color, float Scale);
