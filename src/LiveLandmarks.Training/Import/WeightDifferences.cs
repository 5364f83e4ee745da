namespace LiveLandmarks.Training.Import;

/// <summary>How a state dictionary differs from what a network has.</summary>
/// <param name="Missing">Names that the network has and the dictionary has not.</param>
/// <param name="Unknown">Names that the dictionary has and the network has not.</param>
/// <param name="Mismatched">Names of both, with other dimensions: <c>name: [have], expected [want]</c>.</param>
public sealed record WeightDifferences(IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown, IReadOnlyList<string> Mismatched)
{
    /// <summary>Whether there is none.</summary>
    public bool None => Missing.Count + Unknown.Count + Mismatched.Count == 0;

    /// <summary>Every difference, a line each.</summary>
    public IEnumerable<string> Lines =>
        Missing.Select(name => $"missing: {name}")
            .Concat(Unknown.Select(name => $"unknown: {name}"))
            .Concat(Mismatched.Select(entry => $"shape: {entry}"));
}
