using System.Collections;

namespace TorchSharp.Utils;

/// <summary>Values by name, in the order in which the names came.</summary>
internal sealed class NamedList<T> : IEnumerable<(string Name, T Value)>
{
    private readonly List<(string Name, T Value)> _entries = [];

    public bool Contains(string name) => IndexOf(name) >= 0;

    public bool TryAdd(string name, T value)
    {
        if (Contains(name))
            return false;
        _entries.Add((name, value));
        return true;
    }

    public void Remove(string name)
    {
        if (IndexOf(name) is >= 0 and var index)
            _entries.RemoveAt(index);
    }

    /// <summary>Adds or replaces the value; null, or remove, takes the name out.</summary>
    public void Set(string name, T? value, bool remove = false)
    {
        var index = IndexOf(name);
        if (remove || value is null)
            Remove(name);
        else if (index >= 0)
            _entries[index] = (name, value);
        else
            _entries.Add((name, value));
    }

    public IEnumerator<(string Name, T Value)> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string name) => _entries.FindIndex(entry => entry.Name == name);
}
