namespace LiveLandmarks.Streams;

/// <summary>
/// An object that is valid only during an <c>OnNext</c> call. To use it longer, retain it, and dispose it once for every time that it was
/// retained.
/// </summary>
public interface IRetainable : IDisposable
{
    /// <summary>Keeps the object alive until one more <see cref="IDisposable.Dispose"/>.</summary>
    void Retain();
}
