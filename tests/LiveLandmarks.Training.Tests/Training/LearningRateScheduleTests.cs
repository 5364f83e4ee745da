using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Tests.Training;

public class LearningRateScheduleTests
{
    [Theory]
    [InlineData(0, 1e-4)]
    [InlineData(799, 1e-4)]
    [InlineData(800, 1e-5)]
    [InlineData(1599, 1e-5)]
    [InlineData(1600, 1e-6)]
    [InlineData(2399, 1e-6)]
    public void The_learning_rate_of_the_paper_falls_to_a_tenth_at_epochs_80_and_160(long step, double expected)
    {
        var options = TrainingPresets.Load("awing-paper");
        Assert.Equal(expected, options.Optimizer.LearningRate * options.Schedule.Factor(step, 10, 2400), 1e-12);
    }

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(9, 1)]
    [InlineData(10, 1)]
    [InlineData(60, 0.505)]
    [InlineData(110, 0.01)]
    [InlineData(500, 0.01)]
    public void A_cosine_schedule_rises_linearly_and_falls_in_a_half_wave(long step, double expected) =>
        Assert.Equal(expected, new CosineSchedule(WarmUpSteps: 10).Factor(step, 1, 110), 1e-9);
}
