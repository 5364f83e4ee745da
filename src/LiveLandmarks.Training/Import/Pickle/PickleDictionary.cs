namespace LiveLandmarks.Training.Import.Pickle;

/// <summary>A dictionary of a pickle, in the order of insertion. Entries whose key is not a string are dropped.</summary>
internal sealed class PickleDictionary
{
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, object?>> entries = [];

    public IReadOnlyList<KeyValuePair<string, object?>> Entries => entries;

    public void Set(object? key, object? value)
    {
        if (key is not string name)
            return;
        if (index.TryAdd(name, entries.Count))
            entries.Add(new(name, value));
        else
            entries[index[name]] = new(name, value);
    }

    public object? Find(string name) => index.TryGetValue(name, out var i) ? entries[i].Value : null;
}
