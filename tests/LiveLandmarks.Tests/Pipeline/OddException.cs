namespace LiveLandmarks.Tests.Pipeline;

/// <summary>An exception of a type that no code expects.</summary>
internal sealed class OddException() : Exception("odd");
