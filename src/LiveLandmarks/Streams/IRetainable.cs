namespace LiveLandmarks.Streams;

/// <summary>
/// Something that is lent for the length of an <c>OnNext</c> call. Whoever needs it longer retains it,
/// and disposes it once for every time it was retained.
/// </summary>
public interface IRetainable : IDisposable
{
    /// <summary>Keeps the object alive until one more <see cref="IDisposable.Dispose"/>.</summary>
    void Retain();
}
