using System.Numerics;

namespace LiveLandmarks;

/// <summary>
/// Points of an average head, in centimeters: x to the person's left, y to the chin, z to the back of the head; the origin lies between the
/// eyes, at the mean of the four eye corners. Only points that stay in place on the skull, whatever the facial expression.
/// <para>
/// Source: the generic neutral mesh of the ICT Face Model Light (Li et al., "Learning Formation of Physically-Based Face Attributes", CVPR
/// 2020), the mean of light-stage scans, at the vertices that its authors name as the 68 iBUG landmarks; github.com/ICT-VGL/ICT-FaceKit,
/// MIT license, Copyright (c) 2020 USC Institute for Creative Technologies. Shifted to the origin above, y and z reversed, rounded to 0.1
/// mm. The nose differs from the mesh: it is lengthened by 1.5 to 4 mm and widened by 2 to 3 mm, according to labeled faces; see
/// docs/adr/0006-head-pose.md.
/// </para>
/// </summary>
public static class HeadModel
{
    /// <summary>Distance between the outer eye corners in centimeters.</summary>
    public const float InterOcularDistance = 8.92f;

    /// <summary>Outer corner of the left eye.</summary>
    public static Vector3 LeftEyeOuter { get; } = new(4.46f, -0.09f, 0.3f);

    /// <summary>Inner corner of the left eye.</summary>
    public static Vector3 LeftEyeInner { get; } = new(1.84f, 0.09f, -0.3f);

    /// <summary>Upper end of the nose bridge, level with the eyes.</summary>
    public static Vector3 NoseBridge { get; } = new(0, -0.25f, -1.83f);

    /// <summary>A third of the way down the nose bridge.</summary>
    public static Vector3 UpperNose { get; } = new(0, 0.98f, -2.62f);

    /// <summary>Two thirds of the way down the nose bridge.</summary>
    public static Vector3 LowerNose { get; } = new(0, 2.16f, -3.41f);

    /// <summary>Tip of the nose.</summary>
    public static Vector3 NoseTip { get; } = new(0, 3.3f, -4.17f);

    /// <summary>Outer end of the left nostril.</summary>
    public static Vector3 LeftNostril { get; } = new(1.53f, 4.42f, -1.97f);

    /// <summary>Inner end of the left nostril.</summary>
    public static Vector3 LeftNostrilInner { get; } = new(0.79f, 4.63f, -2.52f);

    /// <summary>Where the nose meets the upper lip.</summary>
    public static Vector3 NoseBase { get; } = new(0, 4.8f, -2.67f);

    /// <summary>The same point on the other half of the face.</summary>
    /// <param name="point">A point of the head.</param>
    public static Vector3 Mirrored(Vector3 point) => point with { X = -point.X };
}
