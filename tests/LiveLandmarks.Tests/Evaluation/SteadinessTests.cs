using LiveLandmarks.Evaluation;

namespace LiveLandmarks.Tests.Evaluation;

public class SteadinessTests
{
    // A face of 40 × 90 pixels, so of size 60, in the picture that is moved.
    private static readonly Landmark[] Face = [new(10, 10, 1), new(50, 10, 1), new(10, 100, 1), new(50, 100, 1)];

    private static readonly LandmarkScheme Scheme = LandmarkScheme.Ibug68;

    [Fact]
    public void A_face_that_follows_its_motion_is_perfectly_steady()
    {
        var steadiness = Measure(60, Motion, _ => default);
        Assert.Equal(60, steadiness.Frames);
        Assert.InRange(steadiness.Nmf, 0, 0.1);
        Assert.InRange(steadiness.Nad(10), 0, 0.001);
    }

    [Fact]
    public void A_constant_error_does_not_count() => Assert.InRange(Measure(60, Motion, _ => (7, -3)).Nmf, 0, 0.1);

    [Theory]
    [InlineData(1)]
    [InlineData(2.5)]
    public void A_jump_of_two_pixels_to_and_fro_has_the_NMF_and_NAD_of_their_definitions(float scale)
    {
        // Each frame moves by 2 pixels of the picture: 2 / 60 of the face, whatever its scale in the frames.
        var steadiness = Measure(60, _ => new Similarity(scale, 0, 20, 30), frame => (frame % 2 == 0 ? 1 : -1, 0));
        Assert.Equal(100 * 256 * 2 / 60.0, steadiness.Nmf, 0.01);
        Assert.Equal(100 * 2 / 60.0 / Math.Sqrt(2), steadiness.Nad(1), 1e-3);
        // Ten frames have the same mean as the next ten.
        Assert.InRange(steadiness.Nad(10), 0, 1e-3);
    }

    [Fact]
    public void A_drift_shows_in_long_windows()
    {
        var steadiness = Measure(40, _ => new Similarity(1, 0, 0, 0), frame => (0.1f * frame, 0));
        Assert.Equal(100 * 0.1 / 60 / Math.Sqrt(2), steadiness.Nad(1), 1e-3);
        Assert.Equal(100 * 1.0 / 60 / Math.Sqrt(2), steadiness.Nad(10), 1e-3);
    }

    [Fact]
    public void A_frame_without_the_face_interrupts_the_measurement()
    {
        var steadiness = new Steadiness();
        steadiness.Add(Found(new Similarity(1, 0, 0, 0), (0, 0)), new Similarity(1, 0, 0, 0));
        steadiness.Add(null, default);
        steadiness.Add(Found(new Similarity(1, 0, 0, 0), (9, 0)), new Similarity(1, 0, 0, 0));
        Assert.Equal(2, steadiness.Frames);
        Assert.True(double.IsNaN(steadiness.Nmf) && double.IsNaN(steadiness.Nad(10)));
        Assert.Throws<ArgumentOutOfRangeException>(() => steadiness.Nad(0));
    }

    [Fact]
    public void The_motion_of_the_sample_clip_is_read()
    {
        var motion = KnownMotion.Read(Repository.Media("collins.csv"));
        Assert.Equal(new Similarity(1.2f, 0, 33, 66), motion[0]);
        Assert.Null(motion[240]);
        // Only the first face, and only where all of it is in view.
        var first = KnownMotion.Read(Repository.Media("two-faces.csv"));
        Assert.Contains(Enumerable.Range(0, 324), frame => first[frame] is null);
        Assert.NotNull(first[0]);
    }

    [Theory]
    [InlineData("frame,a,b,c,d,e,f\n0,1,0,0,0,1.5,0\n", ":2: the motion must rotate, scale and shift")]
    [InlineData("frame,a,b,c,d,e,f\n0,1,0,x,0,1,0\n", ":2: a number was expected instead of 'x'")]
    [InlineData("frame,a,b,c,d,e\n0,1,0,0,0,1\n", "not a table of a motion")]
    [InlineData("frame,a,b,c,d,e,f\n0,1,0\n", "not a table of a motion")]
    [InlineData("frame,face,a,b,c,d,e,f\n0,2,1,0,0,0,1,0\n", "no frame shows the whole face")]
    [InlineData("", "no")]
    public void Other_tables_are_refused(string text, string part)
    {
        using var folder = new TempFolder();
        folder.Write("motion.csv", text);
        var error = Assert.Throws<InputException>(() => KnownMotion.Read(folder.File("motion.csv")));
        Assert.StartsWith(folder.File("motion.csv"), error.Message, StringComparison.Ordinal);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    private static Similarity Motion(int frame)
    {
        var (sine, cosine) = MathF.SinCos(0.05f * frame);
        var scale = 1 + 0.02f * frame;
        return new Similarity(scale * cosine, scale * sine, 3 * frame, 200 - frame);
    }

    private static Steadiness Measure(int frames, Func<int, Similarity> motion, Func<int, (float X, float Y)> error)
    {
        var steadiness = new Steadiness();
        for (var frame = 0; frame < frames; frame++)
            steadiness.Add(Found(motion(frame), error(frame)), motion(frame));
        return steadiness;
    }

    private static FaceLandmarks Found(Similarity motion, (float X, float Y) error) =>
        new(Scheme, [.. Face.Select(point => motion.Apply(point with { X = point.X + error.X, Y = point.Y + error.Y }))]);
}
