using System.Numerics;

namespace LiveLandmarks;

/// <summary>The camera in the form that 3-D graphics need.</summary>
public static class CameraProjection
{
    /// <summary>
    /// The projection into OpenGL's clip space, in the convention of System.Numerics:
    /// <c>Vector4.Transform(new Vector4(point, 1), matrix)</c>. The camera's axes are those of <see cref="CameraIntrinsics"/> (x right, y
    /// down, z forward, centimeters). Divided by its w, which is the depth, the result has x from −1 at the picture's left edge to 1 at its
    /// right, y from −1 at its lower edge to 1 at its upper, and z from −1 on the near plane to 1 on the far one. The edges are those of
    /// the outermost pixels, half a pixel beyond their centers.
    /// <para>
    /// For OpenGL's own camera (y up, z backward), first apply the half turn about x: (x, −y, −z). OpenGL writes column vectors: pass it
    /// the sixteen numbers M11, M12, ... as they are, without transposing.
    /// </para>
    /// </summary>
    /// <param name="camera">The camera.</param>
    /// <param name="width">Width of the picture in pixels.</param>
    /// <param name="height">Height of the picture in pixels.</param>
    /// <param name="near">Depth of the near plane in centimeters, above 0.</param>
    /// <param name="far">Depth of the far plane in centimeters, above <paramref name="near"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size or plane is out of range.</exception>
    public static Matrix4x4 ToClipSpace(this CameraIntrinsics camera, int width, int height, float near, float far)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (!(near > 0))
            throw new ArgumentOutOfRangeException(nameof(near), near, "The near plane must lie in front of the camera.");
        if (!(far > near) || float.IsInfinity(far))
            throw new ArgumentOutOfRangeException(nameof(far), far, "The far plane must lie beyond the near plane.");
        return new Matrix4x4
        {
            M11 = 2 * camera.Fx / width,
            M22 = -2 * camera.Fy / height,
            M31 = (2 * camera.Cx + 1) / width - 1,
            M32 = 1 - (2 * camera.Cy + 1) / height,
            M33 = (far + near) / (far - near),
            M34 = 1,
            M43 = -2 * far * near / (far - near),
        };
    }
}
