namespace LiveLandmarks.Training.Import;

/// <summary>How a state dictionary differs from a network's.</summary>
/// <param name="Missing">Names that only the network has.</param>
/// <param name="Unknown">Names that only the dictionary has.</param>
/// <param name="Mismatched">Names of both, with different dimensions: <c>name: [have], expected [want]</c>.</param>
public sealed record WeightDifferences(IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown, IReadOnlyList<string> Mismatched)
{
    /// <summary>Whether there are no differences.</summary>
    public bool None => Missing.Count + Unknown.Count + Mismatched.Count == 0;

    /// <summary>Every difference, one line each.</summary>
    public IEnumerable<string> Lines =>
        Missing.Select(name => $"missing: {name}")
            .Concat(Unknown.Select(name => $"unknown: {name}"))
            .Concat(Mismatched.Select(entry => $"shape: {entry}"));
}
