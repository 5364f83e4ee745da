namespace LiveLandmarks.Commands;

/// <summary>Collects the pictures that cannot be used. Each is named once on standard error, and the exit code shows that there are
/// some.</summary>
/// <param name="program">The program's name, printed at the start of each line.</param>
internal sealed class SkippedPictures(string program)
{
    private readonly HashSet<string> messages = [];

    /// <summary>The exit code: 3 if pictures were left out, otherwise 0.</summary>
    public int Code => messages.Count == 0 ? ExitCode.Done : ExitCode.Input;

    /// <summary>Reports a picture.</summary>
    /// <param name="problem">Its message names the picture.</param>
    public void Add(InputException problem)
    {
        if (messages.Add(problem.Message))
            Console.Error.WriteLine($"{program}: {problem.Message}");
    }

    /// <summary>Prints how many pictures were left out.</summary>
    /// <param name="used">Number of pictures that were used.</param>
    /// <param name="source">Where the pictures come from, for a message.</param>
    /// <exception cref="InputException">No picture could be used.</exception>
    public void Report(int used, string source)
    {
        if (used == 0 && messages.Count > 0)
            throw new InputException($"{source}: none of the pictures can be used.");
        if (messages.Count > 0)
            Console.Error.WriteLine($"{Counted.Of(messages.Count, "picture")} left out, {used} used");
    }
}
