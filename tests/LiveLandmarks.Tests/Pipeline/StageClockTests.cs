using System.Diagnostics;
using LiveLandmarks.Diagnostics;

namespace LiveLandmarks.Tests.Pipeline;

public class StageClockTests
{
    private readonly StageClock clock = new();

    [Fact]
    public void A_new_clock_stands_at_zero() =>
        Assert.All(Enum.GetValues<Stage>(), stage => Assert.Equal(TimeSpan.Zero, clock[stage]));

    [Fact]
    public void Times_of_a_stage_add_up_and_other_stages_do_not_change()
    {
        var whole = Stopwatch.StartNew();
        Spend(Stage.Network, 3);
        var first = clock[Stage.Network];
        Spend(Stage.Network, 4);
        Assert.True(first >= TimeSpan.FromMilliseconds(3));
        Assert.True(clock[Stage.Network] >= first + TimeSpan.FromMilliseconds(4));
        Assert.True(clock[Stage.Network] <= whole.Elapsed);
        Assert.Equal(TimeSpan.Zero, clock[Stage.Decode]);
    }

    [Fact]
    public void A_stage_within_another_counts_for_both()
    {
        using (clock.Time(Stage.Detect))
            Spend(Stage.Crop, 2);
        Assert.True(clock[Stage.Crop] >= TimeSpan.FromMilliseconds(2));
        Assert.True(clock[Stage.Detect] >= clock[Stage.Crop]);
    }

    [Fact]
    public void Resetting_sets_all_stages_to_zero()
    {
        Spend(Stage.Track, 1);
        clock.Reset();
        Assert.Equal(TimeSpan.Zero, clock[Stage.Track]);
    }

    private void Spend(Stage stage, int milliseconds)
    {
        using var timing = clock.Time(stage);
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromMilliseconds(milliseconds))
            Thread.SpinWait(100);
    }
}
