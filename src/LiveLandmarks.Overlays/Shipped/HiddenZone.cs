namespace LiveLandmarks.Overlays.Shipped;

/// <summary>A part of the picture that is hidden, since a face is in it, may be, or was a moment ago.</summary>
/// <param name="Face">Id of the face; 0 for what only may be one.</param>
/// <param name="Box">Where it was seen last, image pixels.</param>
/// <param name="SpeedX">Its speed then, pixels a second to the right.</param>
/// <param name="SpeedY">Its speed then, pixels a second downwards.</param>
/// <param name="Seen">When that was.</param>
internal sealed record HiddenZone(int Face, FaceBox Box, float SpeedX, float SpeedY, TimeSpan Seen)
{
    private const float Growth = 0.4f;
    private const double LongestMotion = 0.5;
    private const float SpeedWeight = 0.5f;

    /// <summary>The same face seen again.</summary>
    public HiddenZone Again(FaceBox box, TimeSpan time)
    {
        var seconds = (float)(time - Seen).TotalSeconds;
        if (seconds <= 0)
            return this with { Box = box };
        return new HiddenZone(
            Face,
            box,
            SpeedX + SpeedWeight * ((box.CenterX - Box.CenterX) / seconds - SpeedX),
            SpeedY + SpeedWeight * ((box.CenterY - Box.CenterY) / seconds - SpeedY),
            time);
    }

    /// <summary>Where it can be by now: from where it was to where it was going, and around that the more the longer ago that
    /// was.</summary>
    /// <param name="time">Now.</param>
    /// <param name="width">Width of the picture, which nothing leaves: what went out may come back at the same edge.</param>
    /// <param name="height">Height of the picture.</param>
    public FaceBox At(TimeSpan time, int width, int height)
    {
        var seconds = (time - Seen).TotalSeconds;
        if (seconds <= 0)
            return Box;
        var motion = (float)Math.Min(seconds, LongestMotion);
        var moved = Box with { X = Box.X + SpeedX * motion, Y = Box.Y + SpeedY * motion };
        return Box.Inside(width, height).Join(moved.Inside(width, height)).Grow(Growth * (float)seconds);
    }
}
