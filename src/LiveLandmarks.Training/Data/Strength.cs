namespace LiveLandmarks.Training.Data;

/// <summary>How often and how strongly a sample is changed in one way.</summary>
/// <param name="Chance">Probability, 0 to 1.</param>
/// <param name="Amount">The maximum; the unit depends on the kind of change.</param>
public readonly record struct Strength(float Chance, float Amount);
