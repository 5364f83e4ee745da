using System.Numerics;

namespace LiveLandmarks.Pose;

/// <summary>
/// Positions of the landmarks of <see cref="LandmarkScheme.Ibug68"/> on an average face, in the axes and centimeters of
/// <see cref="HeadModel"/>, for outputs that need a depth for every landmark. They are not used to find poses: lips and brows move, and the
/// landmarks of the jaw slide along the outline as the head turns.
/// <para>
/// Measured: the least-squares solution for all landmarks of 1178 human-labeled faces of AFW and Helen that turn by up to 35 degrees, each
/// seen in scaled orthography, with the pose of its rigid points, and together with its mirror image. The rigid points are within 1.5 mm of
/// <see cref="HeadModel"/>.
/// </para>
/// </summary>
public static class AverageFace
{
    /// <summary>The landmarks in the order of the scheme, in centimeters.</summary>
    public static Vector3[] Ibug68 { get; } =
    [
        // jaw
        new(-7.44f, 0.22f, 4.67f), new(-7.35f, 2.15f, 4.31f), new(-7.12f, 4.05f, 4.05f), new(-6.71f, 5.91f, 3.82f),
        new(-5.94f, 7.62f, 3.27f), new(-4.76f, 9.09f, 2.43f), new(-3.32f, 10.3f, 1.4f), new(-1.75f, 11.25f, 0.39f),
        new(0, 11.53f, 0.03f), new(1.75f, 11.25f, 0.39f), new(3.32f, 10.3f, 1.4f), new(4.76f, 9.09f, 2.43f),
        new(5.94f, 7.62f, 3.27f), new(6.71f, 5.91f, 3.82f), new(7.12f, 4.05f, 4.05f), new(7.35f, 2.15f, 4.31f),
        new(7.44f, 0.22f, 4.67f),
        // brows
        new(-6.06f, -1.25f, 0.93f), new(-5.16f, -2.13f, -0.05f), new(-3.86f, -2.43f, -0.86f), new(-2.49f, -2.29f, -1.51f),
        new(-1.2f, -1.82f, -1.95f), new(1.2f, -1.82f, -1.95f), new(2.49f, -2.29f, -1.51f), new(3.86f, -2.43f, -0.86f),
        new(5.16f, -2.13f, -0.05f), new(6.06f, -1.25f, 0.93f),
        // nose
        new(0, -0.27f, -1.95f), new(0, 0.95f, -2.65f), new(0, 2.15f, -3.42f), new(0, 3.38f, -4.16f),
        new(-1.54f, 4.33f, -2.05f), new(-0.8f, 4.57f, -2.42f), new(0, 4.78f, -2.67f), new(0.8f, 4.57f, -2.42f),
        new(1.54f, 4.33f, -2.05f),
        // eyes
        new(-4.55f, -0.01f, 0.33f), new(-3.73f, -0.46f, -0.11f), new(-2.76f, -0.46f, -0.28f), new(-1.9f, 0.16f, -0.27f),
        new(-2.81f, 0.32f, -0.25f), new(-3.79f, 0.31f, -0.09f), new(1.9f, 0.16f, -0.27f), new(2.76f, -0.46f, -0.28f),
        new(3.73f, -0.46f, -0.11f), new(4.55f, -0.01f, 0.33f), new(3.79f, 0.31f, -0.09f), new(2.81f, 0.32f, -0.25f),
        // outer lips
        new(-2.88f, 6.66f, 0.2f), new(-1.82f, 6.2f, -1.2f), new(-0.73f, 5.96f, -1.98f), new(0, 6.14f, -2.05f),
        new(0.73f, 5.96f, -1.98f), new(1.82f, 6.2f, -1.2f), new(2.88f, 6.66f, 0.2f), new(1.85f, 7.67f, -0.78f),
        new(0.79f, 8.1f, -1.46f), new(0, 8.18f, -1.55f), new(-0.79f, 8.1f, -1.46f), new(-1.85f, 7.67f, -0.78f),
        // inner lips
        new(-2.44f, 6.7f, 0), new(-0.74f, 6.57f, -1.73f), new(0, 6.64f, -1.83f), new(0.74f, 6.57f, -1.73f),
        new(2.44f, 6.7f, 0), new(0.75f, 7.18f, -1.52f), new(0, 7.27f, -1.62f), new(-0.75f, 7.18f, -1.52f),
    ];

    /// <summary>Mean of the landmarks, in centimeters: behind the bridge of the nose.</summary>
    public static Vector3 Center { get; } = Ibug68.Aggregate(Vector3.Zero, (sum, point) => sum + point) / Ibug68.Length;
}
