namespace LiveLandmarks.Training.Data;

/// <summary>Decides about records that cannot be used: the first one ends the reading, or all are left out and counted.</summary>
/// <param name="fatal">Whether the first one ends the reading.</param>
public sealed class BadRecords(bool fatal)
{
    private const int MostMessages = 100;

    private readonly List<string> messages = [];

    /// <summary>Number of records left out.</summary>
    public int Count { get; private set; }

    /// <summary>Why, a line a record; the first hundred.</summary>
    public IReadOnlyList<string> Messages => messages;

    /// <summary>Leaves a record out.</summary>
    /// <param name="problem">Names file and line.</param>
    /// <exception cref="InputException">The problem itself, where bad records are fatal.</exception>
    public void Add(InputException problem)
    {
        if (fatal)
            throw new InputException($"{problem.Message} Mend it, or leave bad records out.", problem);
        Count++;
        if (messages.Count < MostMessages)
            messages.Add(problem.Message);
    }
}
