using System.Numerics;

namespace LiveLandmarks.Overlays.Anchoring;

/// <summary>Maps points of a head to a picture, so that worn things can be drawn on it.</summary>
/// <param name="View">The head as seen by a camera that looks straight at it from about 60 cm, regardless of the real camera.</param>
/// <param name="ToPicture">The transform from that camera's picture to the real one.</param>
public readonly record struct HeadAnchor(HeadPose View, Similarity ToPicture)
{
    /// <summary>Smallest distance from the viewing camera in centimeters; nearer points are not drawn.</summary>
    public const float NearestDepth = 1;

    /// <summary>Projects a point of the head to picture pixels. Meaningless for points nearer than <see cref="NearestDepth"/>.</summary>
    /// <param name="point">The point in the head's space (<see cref="HeadModel"/>), centimeters.</param>
    public Vector2 Project(Vector3 point) => Place(View.ToCamera(point));

    /// <summary>Projects a point of the viewing camera's space to picture pixels.</summary>
    /// <param name="seen">The point as <see cref="HeadPose.ToCamera"/> of <see cref="View"/> returns it.</param>
    internal Vector2 Place(Vector3 seen)
    {
        var pixel = View.Camera.Project(seen);
        var point = ToPicture.Apply(new Landmark(pixel.X, pixel.Y, 1));
        return new Vector2(point.X, point.Y);
    }
}
