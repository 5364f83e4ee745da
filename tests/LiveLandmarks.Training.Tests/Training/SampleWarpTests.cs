using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Training;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Training;

public class SampleWarpTests
{
    private const int Size = 64, Count = 6;

    private static readonly ReuseOptions Far = new()
        { Rotation = 40, Scale = 0.3f, Translation = 0.15f, Gain = 0, Contrast = 0, Noise = 0, OcclusionChance = 0 };

    private readonly LandmarkScheme scheme = LandmarkScheme.Ibug68;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Landmarks_move_with_the_picture(float mirrorChance)
    {
        using var scope = NewDisposeScope();
        var warp = SampleWarp.Draw(Count, Far with { MirrorChance = mirrorChance }, new SampleRandom(1, 2), CPU);
        var before = Points();
        var after = warp.Points(before, scheme, Size, 1);
        // The maps of landmarks, drawn and then moved, against the maps of moved landmarks; in a mirrored sample another map holds the
        // landmark.
        var moved = warp.Maps(TargetMaps.Draw(before, null, Size));
        for (var sample = 0; sample < Count; sample++)
        {
            for (var landmark = 0; landmark < scheme.Count; landmark += 7)
            {
                var (x, y) = (after[sample, landmark, 0].item<float>(), after[sample, landmark, 1].item<float>());
                if (x is < 4 or > Size - 5 || y is < 4 or > Size - 5)
                    continue;
                var map = moved[sample, mirrorChance > 0 ? scheme.Mirror[landmark] : landmark];
                var highest = (int)map.argmax().item<long>();
                Assert.InRange(MathF.Abs(highest % Size - x), 0, 1);
                Assert.InRange(MathF.Abs(highest / Size - y), 0, 1);
                // A peak between cells loses a tenth of its height when it is drawn, and another tenth when it is moved.
                Assert.InRange(map.max().item<float>(), 0.8f, 1.001f);
            }
        }
    }

    [Fact]
    public void A_missing_landmark_stays_missing()
    {
        using var scope = NewDisposeScope();
        var before = Points();
        before[0, 3, 0] = float.NaN;
        before[0, 3, 1] = float.NaN;
        var after = SampleWarp.Draw(Count, Far with { MirrorChance = 1 }, new SampleRandom(1, 2), CPU).Points(before, scheme, Size, 1);
        Assert.True(float.IsNaN(after[0, scheme.Mirror[3], 0].item<float>()));
        Assert.Equal(2, after.isnan().sum().item<long>());
    }

    [Fact]
    public void With_all_amounts_at_0_nothing_changes()
    {
        using var scope = NewDisposeScope();
        var still = Far with { Rotation = 0, Scale = 0, Translation = 0, MirrorChance = 0 };
        var warp = SampleWarp.Draw(Count, still, new SampleRandom(1, 2), CPU);
        var images = rand(Count, 3, 16, 16);
        Assert.InRange((warp.Images(images) - images).abs().max().item<float>(), 0, 1e-5f);
        Assert.InRange((warp.Points(Points(), scheme, Size, 1) - Points()).abs().max().item<float>(), 0, 1e-4f);
    }

    [Fact]
    public void Colors_noise_and_covers_change_pictures_within_their_range()
    {
        using var scope = NewDisposeScope();
        var still = new ReuseOptions { Rotation = 0, Scale = 0, Translation = 0, MirrorChance = 0, OcclusionChance = 1, Noise = 0,
            Contrast = 0, Gain = 0 };
        var gray = full([Count, 3, 32, 32], 0.5f);
        var covered = SampleWarp.Draw(Count, still, new SampleRandom(1, 5), CPU).Images(gray);
        var changed = covered.ne(0.5f).any(1).to(ScalarType.Float32).mean([1, 2]);
        Assert.InRange(changed.mean().item<float>(), 0.005f, 0.2f);
        var colored = SampleWarp.Draw(Count, still with { OcclusionChance = 0, Gain = 0.2f }, new SampleRandom(1, 5), CPU).Images(gray);
        Assert.InRange(colored.min().item<float>(), 0.4f, 0.499f);
        Assert.InRange(colored.max().item<float>(), 0.501f, 0.6f);
        var noisy = SampleWarp.Draw(Count, still with { OcclusionChance = 0, Noise = 0.1f }, new SampleRandom(1, 5), CPU).Images(gray);
        Assert.InRange(noisy.std().item<float>(), 0.01f, 0.1f);
    }

    [Fact]
    public void Landmarks_under_a_new_cover_get_lower_heatmaps()
    {
        using var scope = NewDisposeScope();
        var covering = Far with { OcclusionChance = 1, MirrorChance = 0.5f };
        var warp = SampleWarp.Draw(Count, covering, new SampleRandom(1, 5), CPU);
        var covered = warp.Images(full([Count, 3, Size, Size], 0f)).ne(0).any(1);
        var after = warp.Points(Points(), scheme, Size, coveredHeight: 0.4f);
        var low = 0;
        for (var sample = 0; sample < Count; sample++)
        {
            for (var landmark = 0; landmark < scheme.Count; landmark++)
            {
                var (x, y) = (after[sample, landmark, 0].item<float>(), after[sample, landmark, 1].item<float>());
                // Half a cell from the edge decides nothing.
                if (x is < 1 or > Size - 2 || y is < 1 or > Size - 2 || Around(covered[sample], x, y) is not { } isCovered)
                    continue;
                Assert.Equal(isCovered ? 0.4f : 1, after[sample, landmark, 2].item<float>(), 1e-6f);
                low += isCovered ? 1 : 0;
            }
        }
        Assert.InRange(low, 5, Count * scheme.Count / 2);
    }

    /// <summary>Whether the four cells around a place are all covered, or none; null where they differ.</summary>
    private static bool? Around(Tensor covered, float x, float y)
    {
        var cells = covered.narrow(0, (long)y, 2).narrow(1, (long)x, 2);
        return cells.all().item<bool>() ? true : cells.any().item<bool>() ? null : false;
    }

    private Tensor Points()
    {
        var random = new SampleRandom(7, 7);
        var places = tensor(Enumerable.Range(0, Count * scheme.Count * 2).Select(_ => random.Between(10, Size - 10)).ToArray(),
            [Count, scheme.Count, 2]);
        return cat([places, ones(Count, scheme.Count, 1)], 2);
    }
}
