using System.Collections.Immutable;

namespace LiveLandmarks;

/// <summary>The landmarks of one face in one image.</summary>
/// <param name="Scheme">What the points mean.</param>
/// <param name="Points">One landmark per point of the scheme, in image pixels.</param>
public sealed record FaceLandmarks(LandmarkScheme Scheme, ImmutableArray<Landmark> Points)
{
    /// <summary>The pupils; null if the network does not find them.</summary>
    public FacePupils? Pupils { get; init; }

    /// <summary>Mean peak height over the points, 0 to 1; low if the crop shows no face.</summary>
    public float Score => Bounds.Score;

    /// <summary>The height that a quarter of the peaks exceed. It shows what a clearly visible landmark reaches, even if half the face is
    /// covered.</summary>
    public float ClearPeak
    {
        get
        {
            Span<float> peaks = stackalloc float[Points.Length];
            for (var i = 0; i < peaks.Length; i++)
                peaks[i] = Points[i].Confidence;
            peaks.Sort();
            return peaks[3 * peaks.Length / 4];
        }
    }

    /// <summary>Bounding box of the points.</summary>
    public FaceBox Bounds => FaceBox.Around(Points.AsSpan());

    /// <summary>Distance between the outer eye corners in pixels.</summary>
    public float InterOcularDistance => Points[Scheme.OuterEyeCorners.Right].DistanceTo(Points[Scheme.OuterEyeCorners.Left]);

    /// <summary>Roll of the line through the outer eye corners in radians: 0 when level, positive clockwise on the screen.</summary>
    public float Roll
    {
        get
        {
            var (right, left) = (Points[Scheme.OuterEyeCorners.Right], Points[Scheme.OuterEyeCorners.Left]);
            return MathF.Atan2(left.Y - right.Y, left.X - right.X);
        }
    }
}
