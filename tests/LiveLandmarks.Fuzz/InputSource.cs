using LiveLandmarks.Fuzz.Kinds;

namespace LiveLandmarks.Fuzz;

/// <summary>Makes the inputs of a kind; the same seed and number give the same input.</summary>
/// <param name="kind">The kind.</param>
/// <param name="seed">The campaign's seed.</param>
internal sealed class InputSource(InputKind kind, int seed)
{
    private readonly IReadOnlyList<Seed> seeds = kind.Seeds();

    /// <summary>Makes an input. The first inputs are the unchanged seeds.</summary>
    /// <param name="number">Its number, from 0.</param>
    public Seed Make(long number)
    {
        if (number < seeds.Count)
            return seeds[(int)number];
        var random = new Random(unchecked(
            (int)(seed * 1_000_003L + number * 7_919L + kind.Name.Aggregate(17, (sum, letter) => sum * 31 + letter))));
        var chosen = seeds[random.Next(seeds.Count)];
        var other = seeds[random.Next(seeds.Count)];
        var content = new Mutator(random).Mutate(chosen.Content, other.Content, chosen.IsText);
        return chosen with { Content = kind.Mend(content, random) };
    }
}
