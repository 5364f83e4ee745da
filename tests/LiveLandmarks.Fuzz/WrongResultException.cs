namespace LiveLandmarks.Fuzz;

/// <summary>The result of an input is not as documented.</summary>
internal sealed class WrongResultException(string message) : Exception(message);
