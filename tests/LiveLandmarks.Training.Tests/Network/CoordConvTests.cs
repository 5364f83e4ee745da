using LiveLandmarks.Training.Network;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Network;

public class CoordConvTests
{
    [Fact]
    public void The_first_coordinate_is_the_row_the_second_the_column_and_the_third_is_1_in_the_corners()
    {
        using var scope = NewDisposeScope();
        var maps = CoordinateMaps.Create(3, 5, CPU).data<float>().ToArray();
        Assert.Equal([-1f, -1, -1, -1, -1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1], maps[..15]);
        Assert.Equal([-1f, -0.5f, 0, 0.5f, 1, -1, -0.5f, 0, 0.5f, 1, -1, -0.5f, 0, 0.5f, 1], maps[15..30]);
        Assert.Equal([1f, 1, 0, 1, 1], new[] { maps[30], maps[34], maps[37], maps[40], maps[44] });
        Assert.Equal(MathF.Sqrt(0.125f), maps[36], 6);
    }

    [Fact]
    public void Coordinates_are_masked_where_the_last_heatmap_does_not_exceed_0_05()
    {
        using var scope = NewDisposeScope();
        using var layer = new CoordConv(1, 5, boundary: true);
        using (no_grad())
        {
            // One output for each of the five coordinate channels, which follow the channel of the input.
            var weights = new float[5 * 6];
            for (var i = 0; i < 5; i++)
                weights[i * 6 + 1 + i] = 1;
            var state = layer.state_dict();
            state["conv.weight"].copy_(tensor(weights, [5, 6, 1, 1]));
            state["conv.bias"].copy_(zeros(5));
        }
        float[] landmark = [1, 1, 1, 1], boundary = [0.05f, 0.0501f, 7, -3];
        var output = layer.call(ones(1, 1, 2, 2), tensor([.. landmark, .. boundary], [1, 2, 2, 2])).data<float>().ToArray();
        Assert.Equal([-1f, -1, 1, 1], output[..4]);
        Assert.Equal([-1f, 1, -1, 1], output[4..8]);
        Assert.Equal([0f, -1, 1, 0], output[12..16]);
        Assert.Equal([0f, 1, -1, 0], output[16..20]);
    }

    [Fact]
    public void A_layer_accepts_inputs_of_different_sizes()
    {
        using var scope = NewDisposeScope();
        using var layer = new CoordConv(3, 4, boundary: false, kernel: 7, stride: 2);
        Assert.Equal([1L, 4, 8, 8], layer.call(zeros(1, 3, 16, 16), null).shape);
        Assert.Equal([2L, 4, 16, 32], layer.call(zeros(2, 3, 32, 64), null).shape);
    }
}
