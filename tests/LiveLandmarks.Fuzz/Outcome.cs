namespace LiveLandmarks.Fuzz;

/// <summary>What came of an input.</summary>
internal enum Outcome
{
    /// <summary>It was taken.</summary>
    Accepted,

    /// <summary>It was refused by one of the documented exceptions.</summary>
    Refused,

    /// <summary>Another exception escaped, or what came out is not what is promised.</summary>
    Fault,

    /// <summary>The process ended.</summary>
    Crash,

    /// <summary>It took too long.</summary>
    Hang,

    /// <summary>It took too much memory, or memory grew over many inputs.</summary>
    Memory,
}
