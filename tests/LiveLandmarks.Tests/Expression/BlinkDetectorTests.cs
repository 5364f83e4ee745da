using LiveLandmarks.Expression;

namespace LiveLandmarks.Tests.Expression;

public class BlinkDetectorTests
{
    private readonly BlinkDetector detector = new(new BlinkOptions());
    private TimeSpan time = TimeSpan.FromSeconds(1);

    [Fact]
    public void Between_the_thresholds_the_state_does_not_change()
    {
        Assert.Equal([EyeState.Open, EyeState.Open, EyeState.Closed, EyeState.Closed, EyeState.Open, EyeState.Open],
            States(1, 0.5f, 0.2f, 0.5f, 0.7f, 0.5f));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(30)]
    [InlineData(15)]
    [InlineData(10)]
    public void A_closure_of_a_fifth_of_a_second_is_one_blink_at_any_frame_rate(int rate)
    {
        for (var start = 0.0; start < 1.0 / rate; start += 0.005)
        {
            var own = new BlinkDetector(new BlinkOptions());
            for (var i = 1; i < 2 * rate; i++)
            {
                var seconds = i / (double)rate;
                own.Update(seconds - start is >= 1 and < 1.2 ? 0 : 1, TimeSpan.FromSeconds(seconds));
            }
            Assert.Equal(1, own.Blinks);
        }
    }

    [Fact]
    public void Eyes_that_stay_shut_are_not_a_blink()
    {
        States([1, .. Enumerable.Repeat(0f, 30), 1, 1]);
        Assert.Equal(0, detector.Blinks);
    }

    [Fact]
    public void One_bad_frame_at_30_frames_a_second_is_not_a_blink()
    {
        States(1, 1, 0, 1, 1);
        Assert.Equal(0, detector.Blinks);
    }

    [Fact]
    public void A_closure_whose_start_or_end_was_not_seen_is_not_a_blink()
    {
        Assert.Equal([EyeState.NotVisible, EyeState.Closed, EyeState.Closed, EyeState.Open], States(null, 0, 0, 1));
        Assert.Equal([EyeState.Open, EyeState.Closed, EyeState.NotVisible, EyeState.Open], States(1, 0, null, 1));
        States(1, 0, 0);
        time += TimeSpan.FromSeconds(0.3);
        States(1, 1);
        Assert.Equal(0, detector.Blinks);
    }

    [Fact]
    public void Repeated_times_do_no_harm()
    {
        detector.Update(1, time);
        detector.Update(0, time);
        detector.Update(1, time);
        Assert.Equal(0, detector.Blinks);
        Assert.Equal(EyeState.Open, detector.State);
    }

    private EyeState[] States(params float?[] openness) => Array.ConvertAll(openness, value =>
    {
        time += TimeSpan.FromSeconds(1 / 30.0);
        detector.Update(value, time);
        return detector.State;
    });
}
