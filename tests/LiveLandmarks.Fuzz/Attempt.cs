namespace LiveLandmarks.Fuzz;

/// <summary>The result of trying one input.</summary>
/// <param name="Outcome">What happened.</param>
/// <param name="Detail">If refused, the exception's type; if failed, what went wrong, with a stack trace.</param>
/// <param name="Memory">Working set of the process that tried it, in bytes; 0 if not measured.</param>
internal sealed record Attempt(Outcome Outcome, string Detail, long Memory = 0)
{
    /// <summary>Whether the input is a fault, that is, neither accepted nor refused.</summary>
    public bool IsFault => Outcome > Outcome.Refused;

    /// <summary>The key that distinguishes faults: outcome, first line, and the place in this repository's code, without digits.</summary>
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
