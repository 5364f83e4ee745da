namespace LiveLandmarks.Commands;

/// <summary>The pictures of many that could not be used: each is named once, and the exit code tells of them.</summary>
/// <param name="program">The program's name, which begins each line.</param>
internal sealed class LeftOutPictures(string program)
{
    private readonly HashSet<string> messages = [];

    /// <summary>What the process returns: 3 where pictures were left out.</summary>
    public int Code => messages.Count == 0 ? ExitCode.Done : ExitCode.Input;

    /// <summary>Notes a picture.</summary>
    /// <param name="problem">Names it.</param>
    public void Add(InputException problem)
    {
        if (messages.Add(problem.Message))
            Console.Error.WriteLine($"{program}: {problem.Message}");
    }

    /// <summary>Says how many there were.</summary>
    /// <param name="used">How many could be used.</param>
    /// <param name="source">Where they are from, for a message.</param>
    /// <exception cref="InputException">None could be used.</exception>
    public void Report(int used, string source)
    {
        if (used == 0 && messages.Count > 0)
            throw new InputException($"{source}: none of the pictures can be used.");
        if (messages.Count > 0)
            Console.Error.WriteLine($"{messages.Count} pictures left out, {used} used");
    }
}
