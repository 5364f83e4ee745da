using System.Numerics;

namespace LiveLandmarks.Expression;

/// <summary>A part of a face that moves: its landmarks among iBUG's 68, and the direction in which it faces.</summary>
/// <param name="First">Index of its first landmark.</param>
/// <param name="Count">Number of its landmarks.</param>
/// <param name="Place">Its center on the average head, in centimeters.</param>
/// <param name="Outwards">A horizontal unit vector in the head's space.</param>
internal sealed record FacePart(int First, int Count, Vector3 Place, Vector3 Outwards)
{
    private static readonly FaceApertures Apertures = FaceApertures.Of(LandmarkScheme.Ibug68)!;

    /// <summary>The right eyebrow.</summary>
    public static FacePart RightBrow { get; } = new(17, 5, Apertures.RightEye.Place, Apertures.RightEye.Outwards);

    /// <summary>The left eyebrow.</summary>
    public static FacePart LeftBrow { get; } = new(22, 5, Apertures.LeftEye.Place, Apertures.LeftEye.Outwards);

    /// <summary>The right eye.</summary>
    public static FacePart RightEye { get; } = new(36, 6, Apertures.RightEye.Place, Apertures.RightEye.Outwards);

    /// <summary>The left eye.</summary>
    public static FacePart LeftEye { get; } = new(42, 6, Apertures.LeftEye.Place, Apertures.LeftEye.Outwards);

    /// <summary>The nose.</summary>
    public static FacePart Nose { get; } = new(27, 9, HeadModel.NoseTip, -Vector3.UnitZ);

    /// <summary>The mouth.</summary>
    public static FacePart Mouth { get; } = new(48, 20, Apertures.Mouth.Place, Apertures.Mouth.Outwards);

    /// <summary>All parts.</summary>
    public static IReadOnlyList<FacePart> All { get; } = [RightBrow, LeftBrow, RightEye, LeftEye, Nose, Mouth];

    /// <summary>The parts that have to be visible to tell a movement: the first alone, or both.</summary>
    public static (FacePart First, FacePart? Second) Of(Blendshape movement)
    {
        var name = movement.ToString();
        var left = name.EndsWith("Left", StringComparison.Ordinal);
        return name switch
        {
            nameof(Blendshape.BrowInnerUp) => (RightBrow, LeftBrow),
            _ when name.StartsWith("Brow", StringComparison.Ordinal) => (left ? LeftBrow : RightBrow, null),
            _ when name.StartsWith("Eye", StringComparison.Ordinal) => (left ? LeftEye : RightEye, null),
            _ when name.StartsWith("CheekSquint", StringComparison.Ordinal) => (left ? LeftEye : RightEye, Mouth),
            _ when name.StartsWith("Nose", StringComparison.Ordinal) => (Nose, null),
            _ => (Mouth, null),
        };
    }

    /// <summary>How certain the landmarks of the part are, 0 to 1, as for <see cref="ApertureSize.Confidence"/>.</summary>
    /// <param name="points">68 landmarks.</param>
    /// <param name="clearPeak">See <see cref="FaceLandmarks.ClearPeak"/>.</param>
    /// <param name="pose">The head's pose.</param>
    public float Confidence(ReadOnlySpan<Landmark> points, float clearPeak, in HeadPose pose)
    {
        var sum = 0f;
        foreach (var point in points.Slice(First, Count))
            sum += point.Confidence;
        return new ApertureSize(1, 1, Aperture.Facing(pose, Place, Outwards), Aperture.InView(sum / Count, clearPeak)).Confidence(pose);
    }
}
