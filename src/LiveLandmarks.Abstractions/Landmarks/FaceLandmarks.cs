using System.Collections.Immutable;
using System.Numerics;

namespace LiveLandmarks;

/// <summary>The landmarks of one face in one image.</summary>
/// <param name="Scheme">What the points mean.</param>
/// <param name="Points">One landmark per point of the scheme, in image pixels.</param>
public sealed record FaceLandmarks(LandmarkScheme Scheme, ImmutableArray<Landmark> Points)
{
    // Distance between the outer eye corners as a share of that from the brows to the chin: 0.7 in a frontal face. The line through the
    // eyes decides above Turned, and that down the face below Profile.
    private const float Turned = 0.5f, Profile = 0.3f;

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

    /// <summary>
    /// Roll in radians: 0 when level, positive clockwise on the screen. It is that of the line through the outer eye corners; in a face
    /// that turns to a profile, where this line is short and soon points anywhere, more and more that of the line from the brows to the
    /// chin.
    /// </summary>
    public float Roll
    {
        get
        {
            var (right, left) = (Points[Scheme.OuterEyeCorners.Right], Points[Scheme.OuterEyeCorners.Left]);
            var eyes = new Vector2(left.X - right.X, left.Y - right.Y);
            var down = DownTheFace();
            var (width, height) = (eyes.Length(), down.Length());
            if (width < Turned * height)
            {
                var share = MathF.Min(1, (Turned - width / height) / (Turned - Profile));
                eyes = (1 - share) / MathF.Max(float.Epsilon, width) * eyes + share / height * new Vector2(down.Y, -down.X);
            }
            return MathF.Atan2(eyes.Y, eyes.X);
        }
    }

    /// <summary>From the middle of the brows to the chin.</summary>
    private Vector2 DownTheFace()
    {
        var (brows, count, chin) = (Vector2.Zero, 0, Vector2.Zero);
        // Not foreach: an enumerator would be garbage in every frame.
        for (var part = 0; part < Scheme.Groups.Count; part++)
        {
            var group = Scheme.Groups[part];
            if (group.Feature == FacialFeature.Jaw)
                chin = At(group.First + group.Count / 2);
            for (var i = group.First; group.Feature == FacialFeature.Brow && i < group.First + group.Count; i++)
                (brows, count) = (brows + At(i), count + 1);
        }
        return chin - brows / count;
    }

    private Vector2 At(int index) => new(Points[index].X, Points[index].Y);
}
