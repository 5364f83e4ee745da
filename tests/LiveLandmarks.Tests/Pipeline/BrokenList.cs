using System.Collections;

namespace LiveLandmarks.Tests.Pipeline;

/// <summary>A list whose members all throw.</summary>
internal sealed class BrokenList<T> : IReadOnlyList<T>
{
    public int Count => throw new OddException();

    public T this[int index] => throw new OddException();

    public IEnumerator<T> GetEnumerator() => throw new OddException();

    IEnumerator IEnumerable.GetEnumerator() => throw new OddException();
}
