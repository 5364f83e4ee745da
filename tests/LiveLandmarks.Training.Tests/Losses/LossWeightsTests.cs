using LiveLandmarks.Training.Losses;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Losses;

public class LossWeightsTests
{
    [Fact]
    public void A_cell_is_marked_if_its_3x3_neighborhood_holds_a_target_above_the_threshold()
    {
        using var scope = NewDisposeScope();
        var target = new float[2 * 4 * 4];
        target[5] = 0.21f;
        target[16 + 15] = 0.2f;
        var mask = new LossWeights().MaskOf(tensor(target, [1, 2, 4, 4])).data<float>().ToArray();
        Assert.Equal([1f, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0, 0], mask[..16]);
        Assert.All(mask[16..], value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData(10, 1, 11, 1)]
    [InlineData(0, 1, 1, 1)]
    [InlineData(1, 0, 1, 0)]
    public void Marked_cells_weigh_the_factor_plus_the_background(double factor, double background, float marked, float other)
    {
        using var scope = NewDisposeScope();
        var weights = new LossWeights(factor, background).FromMask(tensor([1f, 0], [1, 1, 1, 2]));
        Assert.Equal([marked, other], weights.data<float>().ToArray());
    }
}
