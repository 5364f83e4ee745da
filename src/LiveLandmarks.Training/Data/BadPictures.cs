namespace LiveLandmarks.Training.Data;

/// <summary>The pictures that the loader could not use, each noted once. Thread-safe.</summary>
internal sealed class BadPictures
{
    private readonly SortedDictionary<int, string> messages = [];

    /// <summary>The reasons, one line per picture, in the order of the list.</summary>
    public IReadOnlyList<string> Messages
    {
        get
        {
            lock (messages)
                return [.. messages.Values];
        }
    }

    /// <summary>Notes a picture.</summary>
    public void Add(int index, string message)
    {
        lock (messages)
            messages.TryAdd(index, message);
    }
}
