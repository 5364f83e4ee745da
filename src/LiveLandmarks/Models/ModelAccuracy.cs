namespace LiveLandmarks.Models;

/// <summary>One measured figure of a model.</summary>
/// <param name="Test">The pictures and the protocol: which boxes, which crop.</param>
/// <param name="Metric">The metric, with its unit.</param>
/// <param name="Value">The measured value.</param>
public sealed record ModelAccuracy(string Test, string Metric, double Value);
