namespace LiveLandmarks.Fuzz;

/// <summary>An input tried.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Detail">The exception's type where it was refused; what went wrong, with a stack trace, where it failed.</param>
/// <param name="Memory">Working set of the process that tried it, bytes; 0 where it was not measured.</param>
internal sealed record Attempt(Outcome Outcome, string Detail, long Memory = 0)
{
    /// <summary>Whether the programs broke their word.</summary>
    public bool IsFault => Outcome > Outcome.Refused;

    /// <summary>What tells one fault from another: its first line, and the place in this repository's code, without numbers.</summary>
    public string Signature
    {
        get
        {
            var lines = Detail.Split('\n');
            var place = lines.FirstOrDefault(
                line => line.Contains(" at LiveLandmarks.", StringComparison.Ordinal)
                && !line.Contains("LiveLandmarks.Fuzz", StringComparison.Ordinal)) ?? "";
            return $"{Outcome}: {Anonymous(lines[0])} {Anonymous(place.Split(" in ")[0].Trim())}".TrimEnd();
        }
    }

    private static string Anonymous(string text) =>
        string.Concat(text.Where(letter => !char.IsDigit(letter)))[..Math.Min(160, text.Count(letter => !char.IsDigit(letter)))];
}
