namespace LiveLandmarks.Output;

/// <summary>Where an eye looks relative to its head, as avatars need it: they turn the eyes with the head.</summary>
internal static class HeadGaze
{
    /// <summary>The direction in the head's axes (<see cref="HeadPose"/>), so its yaw and pitch are those of the eye in its socket:
    /// positive to the person's left, and up.</summary>
    /// <param name="face">The face.</param>
    /// <param name="eye">One of its eyes.</param>
    /// <returns>Null when the gaze or the head's pose is unknown.</returns>
    public static GazeDirection? Of(TrackedFace face, EyeReading eye) => face.Pose is { } pose ? eye.Gaze?.InHead(pose) : null;
}
