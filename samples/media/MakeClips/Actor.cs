namespace MakeClips;

/// <summary>A face that travels through a clip.</summary>
/// <param name="Face">Its number in the ground truth.</param>
/// <param name="Cutout">Its picture; the actor's to dispose.</param>
/// <param name="Route">Its way.</param>
internal sealed record Actor(int Face, Cutout Cutout, Route Route) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Cutout.Dispose();
}
