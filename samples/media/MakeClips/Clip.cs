namespace MakeClips;

/// <summary>What a clip shows.</summary>
/// <param name="Name">Its file name without ending.</param>
/// <param name="Frames">How many it has.</param>
/// <param name="Backdrop">What is behind everything; the clip's to dispose.</param>
/// <param name="Actors">The faces, the rearmost first; the clip's to dispose.</param>
/// <param name="Blur">Standard deviation of the blur over the whole frame, in pixels.</param>
internal sealed record Clip(string Name, int Frames, Backdrop Backdrop, Actor[] Actors, Curve Blur) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Backdrop.Dispose();
        foreach (var actor in Actors)
            actor.Dispose();
    }
}
