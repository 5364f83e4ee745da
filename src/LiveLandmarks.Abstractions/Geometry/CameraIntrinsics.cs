using System.Numerics;

namespace LiveLandmarks;

/// <summary>
/// A pinhole camera without distortion. It sees the point (x, y, z) of its space (x right, y down, z forward) at pixel
/// (Fx · x / z + Cx, Fy · y / z + Cy).
/// </summary>
/// <param name="Fx">Focal length in pixel widths, above 0.</param>
/// <param name="Fy">Focal length in pixel heights, above 0.</param>
/// <param name="Cx">Where the optical axis meets the picture, in pixels from the left; the center of the first pixel is 0.</param>
/// <param name="Cy">The same in pixels from the top.</param>
public readonly record struct CameraIntrinsics(float Fx, float Fy, float Cx, float Cy)
{
    /// <summary>Field of view that is assumed for an unknown camera, in degrees across the picture's longer side: that of a common
    /// webcam.</summary>
    public const float DefaultFieldOfView = 60;

    /// <summary>A camera with square pixels and its optical axis in the center of the picture.</summary>
    /// <param name="degrees">Field of view across the picture's longer side, so that a portrait picture needs no other value; between 0 and
    /// 180, both excluded.</param>
    /// <param name="width">Width of the picture in pixels.</param>
    /// <param name="height">Height of the picture in pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException">The field of view is out of range.</exception>
    public static CameraIntrinsics FromFieldOfView(float degrees, int width, int height)
    {
        if (!(degrees is > 0 and < 180))
            throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "A field of view must lie between 0 and 180 degrees.");
        var focal = Math.Max(width, height) / 2f / MathF.Tan(float.DegreesToRadians(degrees) / 2);
        return new CameraIntrinsics(focal, focal, (width - 1) / 2f, (height - 1) / 2f);
    }

    /// <summary>Where the camera sees a point, in image pixels; meaningless for a point behind the camera.</summary>
    /// <param name="point">In the camera's space.</param>
    public Vector2 Project(Vector3 point) => new(Fx * point.X / point.Z + Cx, Fy * point.Y / point.Z + Cy);

    /// <summary>The point of the camera's space that is seen at a pixel, at a depth.</summary>
    /// <param name="pixel">Image pixels.</param>
    /// <param name="depth">Its z.</param>
    public Vector3 Unproject(Vector2 pixel, float depth) => new((pixel.X - Cx) / Fx * depth, (pixel.Y - Cy) / Fy * depth, depth);
}
