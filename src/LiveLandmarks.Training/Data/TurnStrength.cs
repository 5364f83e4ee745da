namespace LiveLandmarks.Training.Data;

/// <summary>How often and how far heads are turned in the picture; needs a face model.</summary>
/// <param name="Chance">Probability that a sample's head is turned, 0 to 1.</param>
/// <param name="Yaw">Largest angle to a side, in degrees from the camera, at most 90.</param>
/// <param name="Pitch">Largest angle up or down, in degrees, at most 45.</param>
/// <param name="Expression">Probability that a turned head's expression changes, too: eyes shut or narrowed, mouth open, a smile.</param>
public readonly record struct TurnStrength(float Chance, float Yaw, float Pitch, float Expression)
{
    private const float MaxYaw = 90, MaxPitch = 45;

    /// <summary>Throws unless every value is in its range.</summary>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    public void Validate()
    {
        Require(Chance, 1, nameof(Chance));
        Require(Yaw, MaxYaw, nameof(Yaw));
        Require(Pitch, MaxPitch, nameof(Pitch));
        Require(Expression, 1, nameof(Expression));
    }

    private static void Require(float value, float most, string name)
    {
        if (!(value >= 0 && value <= most))
            throw new ArgumentOutOfRangeException(name, value, $"The {name} of turned faces must lie between 0 and {most}.");
    }
}
