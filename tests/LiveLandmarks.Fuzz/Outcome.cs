namespace LiveLandmarks.Fuzz;

/// <summary>The outcome of trying an input.</summary>
internal enum Outcome
{
    /// <summary>The input was accepted.</summary>
    Accepted,

    /// <summary>The input was refused by a documented exception.</summary>
    Refused,

    /// <summary>Another exception escaped, or the result is not as documented.</summary>
    Fault,

    /// <summary>The process ended unexpectedly.</summary>
    Crash,

    /// <summary>The input took too long.</summary>
    Hang,

    /// <summary>Memory grew too much over many inputs.</summary>
    Memory,
}
