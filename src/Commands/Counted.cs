namespace LiveLandmarks.Commands;

/// <summary>Numbers of things, for messages.</summary>
internal static class Counted
{
    /// <summary><c>1 face</c>, <c>2 faces</c>.</summary>
    /// <param name="number">How many there are.</param>
    /// <param name="noun">What they are, in the singular.</param>
    public static string Of(int number, string noun) => FormattableString.Invariant($"{number} {noun}{(number == 1 ? "" : "s")}");
}
