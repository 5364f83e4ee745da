using LiveLandmarks.Training.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace LiveLandmarks.Training.Training;

/// <summary>
/// Moves, mirrors and recolors the samples of one batch together on the device. A sample's square has the coordinates −1 to 1, as in
/// <c>grid_sample</c>; the point o of the new sample shows what was at A·o + t. The tensors belong to the dispose scope in which the warp
/// was drawn.
/// </summary>
internal sealed class SampleWarp
{
    private const float LongestCover = 0.4f;

    private readonly Tensor matrices, mirrored, gains, contrasts, noises, covers, coverColors;

    private SampleWarp(float[] matrices, bool[] mirrored, float[] gains, float[] contrasts, float[] noises, float[] covers,
        float[] coverColors, Device device)
    {
        long count = mirrored.Length;
        this.matrices = tensor(matrices, [count, 2, 3], device: device);
        this.mirrored = tensor(mirrored, [count, 1, 1], device: device);
        this.gains = tensor(gains, [count, 3, 1, 1], device: device);
        this.contrasts = tensor(contrasts, [count, 1, 1, 1], device: device);
        this.noises = tensor(noises, [count, 1, 1, 1], device: device);
        this.covers = tensor(covers, [count, 4, 1, 1], device: device);
        this.coverColors = tensor(coverColors, [count, 3, 1, 1], device: device);
    }

    /// <summary>Draws random changes for a batch.</summary>
    /// <param name="count">Number of samples.</param>
    /// <param name="options">The largest changes.</param>
    /// <param name="random">Random numbers.</param>
    /// <param name="device">Where the samples are.</param>
    public static SampleWarp Draw(int count, ReuseOptions options, SampleRandom random, Device device)
    {
        var (matrices, mirrored, gains) = (new float[6 * count], new bool[count], new float[3 * count]);
        var (contrasts, noises, covers, coverColors) = (new float[count], new float[count], new float[4 * count], new float[3 * count]);
        for (var i = 0; i < count; i++)
        {
            var (sine, cosine) = MathF.SinCos(float.DegreesToRadians(random.Around(options.Rotation)));
            var scale = 1 / (1 + random.Around(options.Scale));
            mirrored[i] = random.Happens(options.MirrorChance);
            var side = mirrored[i] ? -1 : 1;
            // A shift is a share of the side, whose length here is 2.
            var (dx, dy) = (2 * random.Around(options.Translation), 2 * random.Around(options.Translation));
            float[] matrix = [side * scale * cosine, -scale * sine, dx, side * scale * sine, scale * cosine, dy];
            matrix.CopyTo(matrices, 6 * i);
            for (var channel = 0; channel < 3; channel++)
            {
                gains[3 * i + channel] = 1 + random.Around(options.Gain);
                coverColors[3 * i + channel] = random.Share();
            }
            contrasts[i] = 1 + random.Around(options.Contrast);
            noises[i] = random.Between(0, options.Noise);
            var covered = random.Happens(options.OcclusionChance);
            var (x, y, width, height) = (random.Around(1), random.Around(1), LongestCover * random.Share(), LongestCover * random.Share());
            float[] cover = covered ? [x - width, x + width, y - height, y + height] : [2, 2, 2, 2];
            cover.CopyTo(covers, 4 * i);
        }
        return new SampleWarp(matrices, mirrored, gains, contrasts, noises, covers, coverColors, device);
    }

    /// <summary>Changes pictures; the area outside the old picture is black.</summary>
    /// <param name="images">[N, 3, S, S], 0 to 1.</param>
    /// <returns>The same shape, in the current dispose scope.</returns>
    public Tensor Images(Tensor images)
    {
        using var scope = NewDisposeScope();
        var moved = Maps(images);
        moved = ((moved * gains - 0.5) * contrasts + 0.5) + randn_like(moved) * noises;
        var along = (arange(images.shape[3], ScalarType.Float32, images.device) * 2 + 1) / images.shape[3] - 1;
        var inside = InCover(along.reshape(1, 1, 1, -1), along.reshape(1, 1, -1, 1), covers);
        return where(inside, coverColors, moved).clamp(0, 1).MoveToOuterDisposeScope();
    }

    /// <summary>Moves maps of cells, or the channels of pictures.</summary>
    /// <param name="maps">[N, C, S, S].</param>
    /// <returns>The same shape, 0 outside the old maps, in the current dispose scope.</returns>
    public Tensor Maps(Tensor maps)
    {
        using var scope = NewDisposeScope();
        var grid = affine_grid(matrices, maps.shape, align_corners: false);
        return grid_sample(maps, grid, align_corners: false).MoveToOuterDisposeScope();
    }

    /// <summary>Moves landmarks along with their samples; in mirrored samples, left and right are exchanged.</summary>
    /// <param name="points">[N, landmarks, 3]: x and y in cells, NaN for a missing landmark; and the height of its peak.</param>
    /// <param name="scheme">The scheme of the landmarks.</param>
    /// <param name="mapSize">Side of a map in cells.</param>
    /// <param name="coveredHeight">Factor for the height of a landmark that is covered now.</param>
    /// <returns>As many, in the current dispose scope.</returns>
    public Tensor Points(Tensor points, LandmarkScheme scheme, int mapSize, float coveredHeight)
    {
        using var scope = NewDisposeScope();
        var partners = tensor(scheme.Mirror.Select(index => (long)index).ToArray(), device: points.device);
        var named = where(mirrored, points.index_select(1, partners), points);
        var at = (named.narrow(2, 0, 2) * 2 + 1) / mapSize - 1;
        // o = A⁻¹ (p − t); A is a scaled rotation, perhaps with a negated first column: its inverse is its transpose divided by the squared
        // scale.
        var (a, t) = (matrices.narrow(2, 0, 2), matrices.narrow(2, 2, 1).transpose(1, 2));
        var square = a.narrow(2, 0, 1).pow(2).sum(1, keepdim: true);
        var moved = matmul(at - t, a) / square;
        var heights = named.narrow(2, 2, 1) * (1 - (1 - coveredHeight) * Covered(moved));
        return cat([((moved + 1) * mapSize - 1) / 2, heights], 2).MoveToOuterDisposeScope();
    }

    /// <summary>1 for landmarks under the new cover, else 0, [N, landmarks, 1].</summary>
    private Tensor Covered(Tensor points) =>
        InCover(points.narrow(2, 0, 1), points.narrow(2, 1, 1), covers.squeeze(3)).to(ScalarType.Float32);

    /// <summary>Whether places are inside of the covers, whose second dimension is left, right, top, bottom.</summary>
    private static Tensor InCover(Tensor x, Tensor y, Tensor covers)
    {
        return x.ge(Edge(0)).logical_and(x.le(Edge(1))).logical_and(y.ge(Edge(2))).logical_and(y.le(Edge(3)));

        Tensor Edge(int number) => covers.narrow(1, number, 1);
    }
}
