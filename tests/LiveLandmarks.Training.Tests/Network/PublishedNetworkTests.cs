using LiveLandmarks.Training.Network;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Network;

/// <summary>
/// Compares with outputs of the authors' PyTorch code (github.com/protossw512/AdaptiveWingLoss, commit 4b64de5, torch 1.13), with
/// width 16 instead of 256, five landmarks and <see cref="FormulaWeights"/>. The boundary map of the first of two hourglasses exceeds
/// 0.05 in 16 % of its cells, so the mask of the second hourglass has both values.
/// </summary>
public class PublishedNetworkTests
{
    private static readonly (int Channel, int Row, int Column)[] Cells =
        [(0, 0, 0), (1, 10, 50), (2, 63, 5), (3, 32, 31), (4, 7, 60), (5, 40, 20)];

    [Theory]
    [InlineData(1, 0, -255.645995, new[] { -0.129882, 0.04248, -0.064741, -0.012314, 0.172701, -0.214341 })]
    [InlineData(2, 0, -4656.573272, new[] { -0.67182, 0.514626, -0.082461, -0.118266, -0.312383, -0.016191 })]
    [InlineData(2, 1, 5414.121504, new[] { -0.103035, -0.464413, 0.274947, 0.350849, 0.693109, 1.091586 })]
    public void Heatmaps_equal_those_of_the_published_code(int stacks, int stack, double sum, double[] values)
    {
        using var scope = NewDisposeScope();
        using var constants = no_grad();
        using var network = new StackedHourglass(new StackedHourglassOptions { Width = 16, Stacks = stacks, Landmarks = 5 });
        FormulaWeights.Fill(network);
        network.eval();
        var images = tensor(FormulaWeights.Uniform(3 * 256 * 256, -1), [1, 3, 256, 256]);
        var heatmaps = network.call(images)[stack].data<float>().ToArray();
        Assert.Equal(sum, heatmaps.Sum(value => (double)value), 0.05);
        for (var i = 0; i < Cells.Length; i++)
            Assert.Equal(values[i], heatmaps[(Cells[i].Channel * 64 + Cells[i].Row) * 64 + Cells[i].Column], 1e-4);
    }
}
