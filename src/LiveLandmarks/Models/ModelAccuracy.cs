namespace LiveLandmarks.Models;

/// <summary>One measured figure of a model.</summary>
/// <param name="Test">The pictures and the protocol: whose boxes, which crop.</param>
/// <param name="Metric">What was measured, with its unit.</param>
/// <param name="Value">The figure.</param>
public sealed record ModelAccuracy(string Test, string Metric, double Value);
