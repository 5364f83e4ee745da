namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>A part of the picture that is hidden because a face is in it, may be in it, or was in it a moment ago.</summary>
/// <param name="Face">Id of the face; 0 for a candidate.</param>
/// <param name="Box">Where the face was seen last, in image pixels.</param>
/// <param name="SpeedX">Its speed at that time, in pixels per second to the right.</param>
/// <param name="SpeedY">Its speed at that time, in pixels per second downwards.</param>
/// <param name="Seen">When it was seen last.</param>
internal sealed record HiddenZone(int Face, FaceBox Box, float SpeedX, float SpeedY, TimeSpan Seen)
{
    private const float Growth = 0.4f;
    private const double LongestMotion = 0.5;
    private const float SpeedWeight = 0.5f;

    /// <summary>The zone after the same face was seen again.</summary>
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

    /// <summary>Where the face may be now: the area from its last place to where it was moving, with a margin that grows with the
    /// time.</summary>
    /// <param name="time">The current time.</param>
    /// <param name="width">Width of the picture. A zone never leaves the picture, since a face may come back at the same edge.</param>
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
