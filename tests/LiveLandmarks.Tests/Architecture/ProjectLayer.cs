namespace LiveLandmarks.Tests.Architecture;

/// <summary>A project of <c>src</c>: what it may refer to, and its namespaces in order.</summary>
internal sealed record ProjectLayer(string Project, IReadOnlyList<string> References, IReadOnlyList<string> Namespaces)
{
    /// <summary>Position of a namespace; -1 if the order does not name it.</summary>
    public int PlaceOf(string name)
    {
        for (var i = 0; i < Namespaces.Count; i++)
        {
            if (Namespaces[i] == name
                || (Namespaces[i].EndsWith(".*", StringComparison.Ordinal)
                && (name + ".").StartsWith(Namespaces[i][..^1], StringComparison.Ordinal)))
                return i;
        }
        return -1;
    }
}
