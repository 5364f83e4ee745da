namespace LiveLandmarks.Fuzz;

/// <summary>What came out of an input is not what is promised.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message);
