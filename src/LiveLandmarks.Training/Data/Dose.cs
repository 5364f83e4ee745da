namespace LiveLandmarks.Training.Data;

/// <summary>How often and how strongly a sample is disturbed.</summary>
/// <param name="Chance">Probability, 0 to 1.</param>
/// <param name="Amount">The most of it; the unit depends on what it is.</param>
public readonly record struct Dose(float Chance, float Amount);
