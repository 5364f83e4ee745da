namespace LiveLandmarks.Fuzz;

/// <summary>The result of an input is not as documented.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message);
