using LiveLandmarks.Training.Plotting;

namespace LiveLandmarks.Training.Tests.Plotting;

public class LegendNamesTests
{
    [Theory]
    [InlineData(1, "a|b", "runs/a", "other/b/")]
    [InlineData(1, "x/run|y/run", "x/run", "y/run")]
    [InlineData(1, "x/1/run|x/2/run|z/2/run", "x/1/run", "x/2/run", "z/2/run")]
    [InlineData(2, "run/best.ckpt", "deep/run/best.ckpt")]
    [InlineData(1, "run|run", "x/run", "x/run")]
    public void Names_are_the_shortest_ends_of_the_paths_that_tell_them_apart(int least, string names, params string[] paths) =>
        Assert.Equal(names.Split('|'), LegendNames.Of(paths, least));
}
