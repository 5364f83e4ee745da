namespace LiveLandmarks.Training.Data;

/// <summary>
/// The head that drawn faces share: the 68 landmarks and the skull in three dimensions. The head's half height is about 1; x to the right
/// of the picture, y down, z towards the viewer.
/// </summary>
internal static class SyntheticShape
{
    private const int SkullPoints = 15;
    private const float Distance = 6;

    /// <summary>Projects the 68 landmarks.</summary>
    /// <param name="pose">The pose.</param>
    /// <param name="toPicture">The map from the head's units to pixels.</param>
    public static Landmark[] Landmarks(SyntheticPose pose, Similarity toPicture)
    {
        var points = new List<(float X, float Y, float Z)>(68);
        for (var i = 0; i < 17; i++)
            points.Add(Rim(pose, (i - 8) / 8f * MathF.PI / 2, 1));
        AddBrow(points, pose, -1);
        AddBrow(points, pose, 1);
        for (var i = 0; i < 4; i++)
            points.Add((0, -0.2f + 0.13f * i, 0.5f + 0.09f * i));
        for (var i = -2; i <= 2; i++)
            points.Add((0.075f * i, 0.34f - 0.02f * Math.Abs(i), 0.62f - 0.05f * Math.Abs(i)));
        AddEye(points, pose, [-0.49f, -0.4f, -0.29f, -0.19f, -0.29f, -0.4f]);
        AddEye(points, pose, [0.19f, 0.29f, 0.4f, 0.49f, 0.4f, 0.29f]);
        AddLips(points, pose, [-1, -0.66f, -0.27f, 0, 0.27f, 0.66f, 1, 0.66f, 0.27f, 0, -0.27f, -0.66f], 0.28f,
            [0, -0.06f, -0.09f, -0.075f, -0.09f, -0.06f, 0, 0.07f, 0.1f, 0.11f, 0.1f, 0.07f]);
        AddLips(points, pose, [-1, -0.35f, 0, 0.35f, 1, 0.35f, 0, -0.35f], 0.23f,
            [0, -0.012f, -0.015f, -0.012f, 0, 0.012f, 0.015f, 0.012f]);
        return [.. points.Select(point => Project(point, pose, toPicture))];
    }

    /// <summary>Projects the outline of the skull from the left of the picture over the top to the right, so that it closes the
    /// jaw.</summary>
    public static Landmark[] Skull(SyntheticPose pose, Similarity toPicture)
    {
        var outline = new Landmark[SkullPoints];
        for (var i = 0; i < SkullPoints; i++)
        {
            var angle = MathF.PI * (i + 1) / (SkullPoints + 1);
            outline[i] = Project(Rim(pose, MathF.PI / 2 + angle, 0.8f), pose, toPicture);
        }
        return outline;
    }

    /// <summary>A point of the head's rim; angle 0 is the chin, growing towards the right of the picture.</summary>
    private static (float X, float Y, float Z) Rim(SyntheticPose pose, float angle, float height)
    {
        var (sine, cosine) = MathF.SinCos(angle);
        var drop = cosine > 0.7f ? 0.18f * pose.MouthOpen * (cosine - 0.7f) / 0.3f : 0;
        return (0.76f * pose.Width * sine, -0.1f + height * cosine + drop, cosine > 0 ? 0.4f * cosine * cosine - 0.05f : -0.05f);
    }

    private static void AddBrow(List<(float, float, float)> points, SyntheticPose pose, int side)
    {
        for (var i = 0; i < 5; i++)
        {
            var fromOuter = side < 0 ? i / 4f : 1 - i / 4f;
            var arch = MathF.Sin(MathF.PI * (0.25f + 0.6f * fromOuter));
            var y = -0.36f - 0.1f * arch - 0.06f * pose.BrowsUp * (0.4f + fromOuter);
            points.Add((side * (0.6f - 0.44f * fromOuter), y, 0.32f + 0.15f * fromOuter));
        }
    }

    private static void AddEye(List<(float, float, float)> points, SyntheticPose pose, ReadOnlySpan<float> across)
    {
        ReadOnlySpan<float> up = [0, -1, -1, 0, 1, 1];
        for (var i = 0; i < 6; i++)
        {
            var height = up[i] < 0 ? 0.075f * pose.EyesOpen : 0.04f * pose.EyesOpen;
            points.Add((across[i], -0.18f + up[i] * height, 0.48f - 0.3f * MathF.Abs(across[i])));
        }
    }

    private static void AddLips(
        List<(float, float, float)> points, SyntheticPose pose, ReadOnlySpan<float> across, float half, ReadOnlySpan<float> down)
    {
        var wide = half * (1 + 0.18f * pose.Smile - 0.12f * pose.MouthOpen);
        for (var i = 0; i < across.Length; i++)
        {
            var corner = across[i] * across[i];
            var drop = down[i] > 0 ? 0.24f * pose.MouthOpen * (1 - 0.5f * corner) : 0.02f * pose.MouthOpen * corner;
            points.Add((wide * across[i], 0.58f + down[i] + drop - 0.09f * pose.Smile * corner, 0.52f - 0.14f * corner));
        }
    }

    private static Landmark Project((float X, float Y, float Z) point, SyntheticPose pose, Similarity toPicture)
    {
        var (sineYaw, cosineYaw) = MathF.SinCos(pose.Yaw);
        var (x, z) = (point.X * cosineYaw + point.Z * sineYaw, point.Z * cosineYaw - point.X * sineYaw);
        var (sinePitch, cosinePitch) = MathF.SinCos(pose.Pitch);
        (var y, z) = (point.Y * cosinePitch + z * sinePitch, z * cosinePitch - point.Y * sinePitch);
        var near = Distance / (Distance - z);
        return toPicture.Apply(new Landmark(x * near, y * near, 1));
    }
}
