namespace LiveLandmarks.Expression;

/// <summary>How far an eye or the mouth is open.</summary>
/// <param name="Width">Distance between the corners, in centimeters of an average head.</param>
/// <param name="Height">Mean distance across the gap, in centimeters of an average head, at least 0.</param>
/// <param name="Facing">Cosine of the angle between the direction that it faces and the direction to the camera: 1 seen squarely, 0 edge
/// on, below 0 from behind.</param>
/// <param name="PeakConfidence">Mean peak height of its landmarks, reduced if it falls below the face's others, 0 to 1.</param>
public readonly record struct ApertureSize(float Width, float Height, float Facing, float PeakConfidence)
{
    private const float VisibleFrom = 0.5f;
    private const float EdgeOn = 0.3f;
    private const float Square = 0.6f;
    private const float FairPose = 0.5f;

    /// <summary>Height divided by width; not finite if nothing can be measured.</summary>
    public float Aspect => Height / Width;

    /// <summary>Whether a reading with this confidence is worth reporting.</summary>
    public static bool IsVisible(float confidence) => confidence >= VisibleFrom;

    /// <summary>How much the size can be trusted, 0 to 1.</summary>
    /// <param name="pose">The pose used for the measurement.</param>
    public float Confidence(in HeadPose pose) => float.IsFinite(Aspect)
        ? PeakConfidence * Math.Clamp((Facing - EdgeOn) / (Square - EdgeOn), 0, 1) * Math.Min(1, pose.Confidence / FairPose)
        : 0;
}
