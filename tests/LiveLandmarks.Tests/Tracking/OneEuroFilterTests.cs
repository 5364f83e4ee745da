using LiveLandmarks.Smoothing;

namespace LiveLandmarks.Tests.Tracking;

public class OneEuroFilterTests
{
    private const float Frame = 1 / 30f;

    [Fact]
    public void A_constant_passes_unchanged()
    {
        var filter = new OneEuroFilter();
        for (var i = 0; i < 100; i++)
            Assert.Equal(42.5f, filter.Filter(42.5f, Frame, new OneEuroOptions(1, 0.5f)));
    }

    [Fact]
    public void Up_to_the_rest_speed_the_cutoff_is_constant_and_beyond_it_the_cutoff_grows()
    {
        Assert.Equal(Follow(beta: 0, rest: 0), Follow(beta: 50, rest: 10), 5);
        Assert.True(Follow(beta: 50, rest: 0.5f) > Follow(beta: 0, rest: 0) + 0.05f);

        // A ramp with a slope of 1 per second.
        static float Follow(float beta, float rest)
        {
            var (filter, value) = (new OneEuroFilter(), 0f);
            for (var i = 0; i <= 15; i++)
                value = filter.Filter(i * Frame, Frame, new OneEuroOptions(1, beta, 10, rest));
            return value;
        }
    }

    [Theory]
    [InlineData(0.01f)]
    [InlineData(1)]
    [InlineData(100)]
    public void With_a_noise_factor_any_noise_counts_as_rest_and_larger_motion_is_followed(float strength)
    {
        var (filter, random) = (new OneEuroFilter(), new Random(1));
        var options = new OneEuroOptions(0.5f, 100 / strength, 4, NoiseFactor: 3.5f);
        var (raw, smooth) = (0f, 0f);
        for (var i = 0; i < 300; i++)
        {
            var noise = strength * (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
            var value = filter.Filter(noise, Frame, options);
            if (i >= 60)
                (raw, smooth) = (raw + noise * noise, smooth + value * value);
        }
        Assert.InRange(MathF.Sqrt(smooth / raw), 0, 0.35f);

        var place = 0f;
        for (var i = 1; i <= 15; i++)
            place = filter.Filter(i * 5 * strength, Frame, options);
        Assert.InRange(place, 70 * strength, 75 * strength);
    }

    [Fact]
    public void At_five_frames_a_second_a_motion_is_not_mistaken_for_noise()
    {
        // Half a face size back and forth every two seconds, with the options for the motion of the face.
        var (filter, options, worst) = (new OneEuroFilter(), new SmoothingOptions().Motion, 0f);
        for (var i = 0; i < 50; i++)
        {
            var value = 0.5f * MathF.Sin(MathF.PI * 0.2f * i);
            worst = MathF.Max(worst, MathF.Abs(filter.Filter(value, 0.2f, options) - value));
        }
        Assert.InRange(worst, 0, 0.01f);
    }

    [Fact]
    public void A_step_is_approached_from_below_and_reached()
    {
        var filter = new OneEuroFilter();
        var options = new OneEuroOptions(1, 0);
        filter.Filter(0, 0, options);
        var last = 0f;
        for (var i = 0; i < 90; i++)
        {
            var next = filter.Filter(1, Frame, options);
            Assert.InRange(next, last, 1);
            last = next;
        }
        Assert.InRange(last, 0.999f, 1);
    }

    [Fact]
    public void Without_beta_the_filter_is_a_first_order_low_pass_at_its_cutoff()
    {
        var filter = new OneEuroFilter();
        var options = new OneEuroOptions(2, 0);
        for (var i = 0; i < 10; i++)
            filter.Filter(0, Frame, options);
        var r = 2 * MathF.PI * 2 * Frame;
        Assert.Equal(r / (r + 1), filter.Filter(1, Frame, options), 5);
        Assert.Equal(1 - 1 / ((r + 1) * (r + 1)), filter.Filter(1, Frame, options), 5);
    }

    [Fact]
    public void The_first_values_have_equal_weight()
    {
        var filter = new OneEuroFilter();
        var options = new OneEuroOptions(0.1f, 0);
        Assert.Equal(3, filter.Filter(3, 0, options), 5);
        Assert.Equal(4, filter.Filter(5, Frame, options), 5);
        Assert.Equal(5, filter.Filter(7, Frame, options), 5);
    }

    [Fact]
    public void The_cutoff_grows_with_the_speed_by_beta()
    {
        // One step from rest: speed and cutoff are computed by hand from the formulas of the paper.
        var filter = new OneEuroFilter();
        var options = new OneEuroOptions(1, 0.5f);
        filter.Filter(0, 0, options);
        var speed = Weight(1) * 6 / Frame;
        Assert.Equal(6 * Weight(1 + 0.5f * speed), filter.Filter(6, Frame, options), 4);

        static float Weight(float cutoff) => 2 * MathF.PI * cutoff * Frame / (2 * MathF.PI * cutoff * Frame + 1);
    }

    [Fact]
    public void A_higher_beta_lags_less_behind_a_ramp()
    {
        float Lag(float beta)
        {
            var filter = new OneEuroFilter();
            var value = 0f;
            for (var i = 0; i < 60; i++)
                value = filter.Filter(i * 0.1f, i == 0 ? 0 : Frame, new OneEuroOptions(1, beta));
            return 5.9f - value;
        }
        Assert.True(Lag(0) > 2 * Lag(1));
        Assert.True(Lag(1) > 2 * Lag(10));
        Assert.True(Lag(10) > 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(float.NaN)]
    public void A_value_passes_unchanged_when_time_does_not_increase(float seconds)
    {
        var filter = new OneEuroFilter();
        var options = new OneEuroOptions(1, 0);
        filter.Filter(0, 0, options);
        filter.Filter(10, Frame, options);
        Assert.Equal(100, filter.Filter(100, seconds, options));
        Assert.Equal(100, filter.Filter(100, Frame, options));
    }
}
