using LiveLandmarks.Training.Import;

namespace LiveLandmarks.Training.Tests.Import;

public sealed class WeightTableTests
{
    private static readonly Dictionary<string, long[]> Expected = new()
    {
        ["conv.weight"] = [2, 1, 1, 1],
        ["conv.bias"] = [2],
        ["bn.num_batches_tracked"] = [],
    };

    [Fact]
    public void Weights_of_the_network_pass_even_without_a_batch_counter() =>
        Table(("conv.weight", [2, 1, 1, 1]), ("conv.bias", [2])).Check(Expected);

    [Fact]
    public void Missing_unknown_and_misshapen_entries_are_listed_separately()
    {
        var differences = Table(("conv.weight", [1, 2, 1, 1]), ("fc.weight", [1])).Compare(Expected);
        Assert.Equal(["conv.bias"], differences.Missing);
        Assert.Equal(["fc.weight"], differences.Unknown);
        Assert.Equal(["conv.weight: [1, 2, 1, 1], expected [2, 1, 1, 1]"], differences.Mismatched);
    }

    [Fact]
    public void Weights_of_another_network_are_refused_with_the_first_differences()
    {
        var table = Table([.. Enumerable.Range(0, 20).Select(i => ($"other{i}", new long[] { 1 }))]);
        var message = Assert.Throws<WeightsException>(() => table.Check(Expected)).Message;
        Assert.StartsWith("test.pth: ", message, StringComparison.Ordinal);
        Assert.Contains("2 missing, 20 unknown, 0 of another shape", message, StringComparison.Ordinal);
        Assert.Contains("missing: conv.weight", message, StringComparison.Ordinal);
        Assert.Contains("14 more", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_name_is_reported() =>
        Assert.Contains("'conv2.bias'", Assert.Throws<WeightsException>(() => Table()["conv2.bias"]).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_entries_with_the_same_name_are_refused() =>
        Assert.Contains("twice", Assert.Throws<WeightsException>(() => Table(("a", [1]), ("a", [1]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Data_that_does_not_fill_its_shape_is_refused() =>
        Assert.Throws<WeightsException>(() => new WeightTable("test.pth", [new NamedTensor("a", [2, 2], new float[3])]));

    [Fact]
    public void Running_statistics_do_not_count_as_parameters() =>
        Assert.Equal(5e-6, Table(
            ("bn.weight", [5]), ("bn.running_mean", [5]), ("bn.running_var", [5]), ("bn.num_batches_tracked", [])).ParametersInMillions,
            12);

    private static WeightTable Table(params (string Name, long[] Shape)[] entries) =>
        new("test.pth", entries.Select(
            entry => new NamedTensor(entry.Name, entry.Shape, new float[entry.Shape.Aggregate(1L, (a, b) => a * b)])));
}
