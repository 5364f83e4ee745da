namespace LiveLandmarks.Training.Data.Turning;

/// <summary>The vertices of a surface that share a triangle. Thread-safe.</summary>
internal sealed class VertexNeighbors
{
    private readonly int[] starts;
    private readonly int[] neighbors;

    /// <summary>Collects the neighbors.</summary>
    /// <param name="corners">Three vertices per triangle.</param>
    /// <param name="count">Number of vertices.</param>
    public VertexNeighbors(ReadOnlySpan<int> corners, int count)
    {
        var sets = Enumerable.Range(0, count).Select(_ => new SortedSet<int>()).ToArray();
        for (var i = 0; i < corners.Length; i += 3)
        {
            for (var k = 0; k < 3; k++)
            {
                sets[corners[i + k]].Add(corners[i + (k + 1) % 3]);
                sets[corners[i + k]].Add(corners[i + (k + 2) % 3]);
            }
        }
        starts = new int[count + 1];
        for (var vertex = 0; vertex < count; vertex++)
            starts[vertex + 1] = starts[vertex] + sets[vertex].Count;
        neighbors = [.. sets.SelectMany(set => set)];
    }

    /// <summary>The neighbors of a vertex.</summary>
    public ReadOnlySpan<int> Of(int vertex) => neighbors.AsSpan(starts[vertex]..starts[vertex + 1]);
}
