using System.Numerics;

namespace LiveLandmarks.Overlays.Anchoring;

/// <summary>Where things worn on a head are seen in a picture.</summary>
/// <param name="View">The head before a camera that looks straight at it from some 60 cm, whatever the picture's own camera.</param>
/// <param name="ToPicture">From that camera's picture to the real one.</param>
public readonly record struct HeadAnchor(HeadPose View, Similarity ToPicture)
{
    /// <summary>Centimeters before the viewing camera; what is nearer is not drawn.</summary>
    public const float NearestDepth = 1;

    /// <summary>Where a point of the head is seen, picture pixels; meaningless for points nearer than <see cref="NearestDepth"/>.</summary>
    /// <param name="point">In the head's space (<see cref="HeadModel"/>), centimeters.</param>
    public Vector2 Project(Vector3 point) => Place(View.ToCamera(point));

    /// <summary>Where a point of the viewing camera's space is seen, picture pixels.</summary>
    /// <param name="seen">As <see cref="HeadPose.ToCamera"/> of <see cref="View"/> gives it.</param>
    internal Vector2 Place(Vector3 seen)
    {
        var camera = View.Camera;
        var point = ToPicture.Apply(new Landmark(camera.Fx * seen.X / seen.Z + camera.Cx, camera.Fy * seen.Y / seen.Z + camera.Cy, 1));
        return new Vector2(point.X, point.Y);
    }
}
