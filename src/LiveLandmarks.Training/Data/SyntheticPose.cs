namespace LiveLandmarks.Training.Data;

/// <summary>Pose and expression of a drawn face.</summary>
/// <param name="Yaw">Radians, positive when it turns to the right of the picture.</param>
/// <param name="Pitch">Radians, positive when it looks down.</param>
/// <param name="Roll">Radians, positive clockwise on the screen.</param>
/// <param name="MouthOpen">0 closed to 1 wide open.</param>
/// <param name="Smile">−1 sad to 1 laughing.</param>
/// <param name="EyesOpen">0 closed to 1 wide open.</param>
/// <param name="BrowsUp">−1 frowning to 1 raised.</param>
/// <param name="Width">Width of the head, relative to the usual width.</param>
internal sealed record SyntheticPose(
    float Yaw, float Pitch, float Roll, float MouthOpen, float Smile, float EyesOpen, float BrowsUp, float Width)
{
    /// <summary>Draws a pose: mostly frontal, sometimes far turned.</summary>
    public static SyntheticPose Draw(SampleRandom random) => new(
        0.3f * Math.Clamp(random.Normal(), -1.8f, 1.8f),
        0.15f * Math.Clamp(random.Normal(), -2, 2),
        0.15f * Math.Clamp(random.Normal(), -2.5f, 2.5f),
        random.Happens(0.5f) ? random.Share() : 0,
        random.Around(1),
        random.Happens(0.15f) ? 0.05f : random.Between(0.4f, 1),
        random.Around(1),
        random.Between(0.88f, 1.1f));
}
