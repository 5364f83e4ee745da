namespace LiveLandmarks.Training.Data;

/// <summary>Handles records that cannot be used: the first one stops the reading, or all are left out and counted.</summary>
/// <param name="fatal">Whether the first one stops the reading.</param>
public sealed class BadRecords(bool fatal)
{
    private const int MaxMessages = 100;

    private readonly List<string> messages = [];

    /// <summary>Number of records left out.</summary>
    public int Count { get; private set; }

    /// <summary>The reasons, one line per record, for the first hundred.</summary>
    public IReadOnlyList<string> Messages => messages;

    /// <summary>Leaves a record out.</summary>
    /// <param name="problem">An exception that names file and line.</param>
    /// <exception cref="InputException">The problem itself, if bad records are fatal.</exception>
    public void Add(InputException problem)
    {
        if (fatal)
            throw new InputException($"{problem.Message} Fix the record, or leave bad records out with --skip-bad-records.", problem);
        Count++;
        if (messages.Count < MaxMessages)
            messages.Add(problem.Message);
    }
}
