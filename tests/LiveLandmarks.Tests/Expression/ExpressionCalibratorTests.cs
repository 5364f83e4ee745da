using LiveLandmarks.Expression;

namespace LiveLandmarks.Tests.Expression;

public class ExpressionCalibratorTests
{
    private const Blendshape Smile = Blendshape.MouthSmileLeft;

    private readonly float[] values = new float[Blendshapes.Count], confidences = new float[Blendshapes.Count];
    private TimeSpan time;

    public ExpressionCalibratorTests() => confidences.AsSpan().Fill(1);

    [Fact]
    public void A_mouth_that_smiles_at_rest_rests_at_zero_after_a_while()
    {
        var calibrator = new ExpressionCalibrator();
        Assert.Equal(0.2f, Feed(calibrator, 0.2f, 1 / 30.0), 0.01f);
        Assert.InRange(Feed(calibrator, 0.2f, 20), 0, 0.03f);
        Assert.InRange(Feed(calibrator, 0.8f, 0.1), 0.7f, 1);
    }

    [Fact]
    public void A_long_smile_is_not_forgotten()
    {
        var calibrator = new ExpressionCalibrator();
        Feed(calibrator, 0, 10);
        Assert.InRange(Feed(calibrator, 0.8f, 10), 0.65f, 1);
        // Not even a smile that lasts for minutes.
        Assert.InRange(Feed(calibrator, 0.8f, 300), 0.5f, 1);
    }

    [Fact]
    public void A_person_whose_full_smile_is_weak_reaches_one_after_minutes_of_talk()
    {
        var calibrator = new ExpressionCalibrator();
        for (var i = 0; i < 300; i++)
        {
            Feed(calibrator, 0, 2);
            Feed(calibrator, 0.55f, 0.1);
        }
        Assert.InRange(Feed(calibrator, 0.55f, 0.1), 0.85f, 1);
        Assert.Equal(0, Feed(calibrator, 0, 0.1), 0.01f);
    }

    [Fact]
    public void Nothing_is_learned_from_a_face_that_is_hardly_seen()
    {
        var calibrator = new ExpressionCalibrator();
        confidences.AsSpan().Fill(0.6f);
        Assert.Equal(0.3f, Feed(calibrator, 0.3f, 30), 0.001f);
        Assert.Equal(0, calibrator.Learned.Rest(Smile));
    }

    [Fact]
    public void What_was_learned_can_be_kept_and_forgotten()
    {
        var calibrator = new ExpressionCalibrator();
        Feed(calibrator, 0.2f, 20);
        var learned = calibrator.Learned;
        Assert.InRange(Feed(new ExpressionCalibrator(learned), 0.2f, 0.1), 0, 0.03f);
        calibrator.Reset();
        Assert.Equal(0.2f, Feed(calibrator, 0.2f, 1 / 30.0), 0.01f);
        Assert.InRange(learned.Rest(Smile), 0.17f, 0.2f);
    }

    [Fact]
    public void Unknown_movements_stay_unknown()
    {
        Assert.True(float.IsNaN(Feed(new ExpressionCalibrator(), float.NaN, 1)));
    }

    private float Feed(ExpressionCalibrator calibrator, float strength, double seconds)
    {
        for (var frames = (int)Math.Ceiling(seconds * 30); frames > 0; frames--)
        {
            time += TimeSpan.FromSeconds(1 / 30.0);
            values[(int)Smile] = strength;
            calibrator.Apply([Smile], values, confidences, time);
        }
        return values[(int)Smile];
    }
}
