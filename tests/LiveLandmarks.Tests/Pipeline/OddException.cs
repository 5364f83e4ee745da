namespace LiveLandmarks.Tests.Pipeline;

/// <summary>An exception of a type that nobody expects.</summary>
internal sealed class OddException() : Exception("odd");
