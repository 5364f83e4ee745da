using LiveLandmarks.Training.Export;

namespace LiveLandmarks.Training.Tests.Export;

public sealed class ExportCheckTests
{
    [Fact]
    public void Equal_outputs_pass_and_the_inputs_differ_from_round_to_round()
    {
        List<float[]> inputs = [];
        Assert.Equal(0, new ExportCheck { Rounds = 4 }.Run("net", Copy, input => Copy(Kept(input)), 10));
        Assert.Equal(4, inputs.DistinctBy(input => input[0]).Count());
        Assert.All(inputs, input => Assert.All(input, value => Assert.InRange(value, 0, 1)));

        float[] Kept(float[] input)
        {
            inputs.Add(input);
            return input;
        }
    }

    [Theory]
    [InlineData(0.9e-4f, true)]
    [InlineData(1.1e-4f, false)]
    public void The_largest_difference_is_measured_relative_to_the_range(float part, bool passes)
    {
        // The range is 200, and one value is wrong by a part of the range.
        double Run() => new ExportCheck().Run("net", _ => [-100, 100, 200 * part], _ => [-100, 100, 0], 1);
        if (passes)
            Assert.Equal(part, Run(), 1e-7);
        else
            Assert.Contains("not written", Assert.Throws<ModelException>(() => Run()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_value_that_is_not_finite_fails(float value) =>
        Assert.Throws<ModelException>(() => new ExportCheck().Run("net", _ => [0, value], _ => [0, 1], 1));

    [Fact]
    public void A_different_number_of_values_fails() =>
        Assert.Throws<ModelException>(() => new ExportCheck().Run("net", _ => [0], _ => [0, 1], 1));

    [Fact]
    public void A_model_that_the_runtime_refuses_is_reported_in_one_line()
    {
        var error = Assert.Throws<ModelException>(() => new OnnxRuntimeRunner([1, 2, 3], "image", [1], "heatmaps"));
        Assert.DoesNotContain('\n', error.Message);
    }

    private static float[] Copy(float[] input) => [.. input];
}
