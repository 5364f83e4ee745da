namespace MakeClips;

/// <summary>A face that moves through a clip.</summary>
/// <param name="Face">Its number in the ground truth.</param>
/// <param name="Cutout">Its picture; disposed with the actor.</param>
/// <param name="Route">How it moves.</param>
internal sealed record Actor(int Face, Cutout Cutout, Route Route) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Cutout.Dispose();
}
