namespace MakeClips;

/// <summary>The content of a clip.</summary>
/// <param name="Name">File name without extension.</param>
/// <param name="Frames">Number of frames.</param>
/// <param name="Backdrop">The background; disposed with the clip.</param>
/// <param name="Actors">The faces, the rearmost first; disposed with the clip.</param>
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
