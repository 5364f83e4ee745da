using System.Numerics;

namespace LiveLandmarks.Training.Data.Turning;

/// <summary>The distance of a head's outline from its center in every direction of the picture.</summary>
internal sealed class HeadOutline
{
    private const int Bins = 96;

    private readonly float[] radii = new float[Bins + 1];
    private readonly float[] raw = new float[Bins];

    /// <summary>Measures a head.</summary>
    /// <param name="vertices">The head's vertices in the picture, in pixels.</param>
    /// <param name="center">The head's center.</param>
    public void Measure(ReadOnlySpan<Vector3> vertices, Vector2 center)
    {
        Array.Clear(raw);
        foreach (var vertex in vertices)
        {
            var (dx, dy) = (vertex.X - center.X, vertex.Y - center.Y);
            var bin = (int)Place(dx, dy);
            raw[bin] = MathF.Max(raw[bin], MathF.Sqrt(dx * dx + dy * dy));
        }
        for (var i = 0; i < Bins; i++)
            radii[i] = 0.1f * (raw[(i + Bins - 2) % Bins] + raw[(i + 2) % Bins]) + 0.2f * (raw[(i + Bins - 1) % Bins] + raw[(i + 1) % Bins])
                + 0.4f * raw[i];
        radii[Bins] = radii[0];
    }

    /// <summary>The distance of the outline in a direction, in pixels.</summary>
    public float At(float dx, float dy)
    {
        var place = MathF.Max(Place(dx, dy) - 0.5f, 0);
        var bin = Math.Min((int)place, Bins - 1);
        return radii[bin] + (place - bin) * (radii[bin + 1] - radii[bin]);
    }

    private static float Place(float dx, float dy) => Math.Clamp((MathF.Atan2(dy, dx) / (2 * MathF.PI) + 0.5f) * Bins, 0, Bins - 0.001f);
}
