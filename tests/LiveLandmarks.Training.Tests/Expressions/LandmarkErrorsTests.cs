using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Expressions;

namespace LiveLandmarks.Training.Tests.Expressions;

public sealed class LandmarkErrorsTests : IDisposable
{
    private const int Draws = 20_000;
    private const int RightCorner = 48, LeftCorner = 54, Chin = 8;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Draws_have_the_covariance_of_the_errors_that_were_measured()
    {
        var errors = Measure(
            (new SeenHead(15), [(RightCorner, 0.2f, 0.1f), (Chin, 0, 0.3f)]),
            (new SeenHead(15), [(RightCorner, -0.1f, 0.2f), (Chin, 0, 0.1f)]),
            (new SeenHead(15, Roll: 30), [(RightCorner, 0.1f, 0), (Chin, 0, 0.2f)]));
        Assert.Equal(3, errors.Count);
        var drawn = Draw(errors, 15);
        AssertAbout((0.04f + 0.01f + 0.01f) / 3, Product(drawn, X(RightCorner), X(RightCorner)));
        AssertAbout((0.01f + 0.04f) / 3, Product(drawn, Y(RightCorner), Y(RightCorner)));
        AssertAbout((0.09f + 0.01f + 0.04f) / 3, Product(drawn, Y(Chin), Y(Chin)));
        // Four fifths of an error go together with the others.
        AssertAbout(0.8f * (0.06f - 0.01f + 0.02f) / 3, Product(drawn, X(RightCorner), Y(Chin)));
        AssertAbout(0.8f * (0.03f + 0.02f) / 3, Product(drawn, Y(RightCorner), Y(Chin)));
        Assert.Equal(0, drawn.Average(error => error[X(RightCorner)]), 0.005f);
        Assert.Equal(0, Product(drawn, X(LeftCorner), X(LeftCorner)), 1e-4f);
    }

    [Fact]
    public void Faces_that_are_turned_as_far_count_most()
    {
        var errors = Measure((new SeenHead(), [(Chin, 0, 0.3f)]), (new SeenHead(40), [(Chin, 0.3f, 0)]));
        var (straight, turned) = (Draw(errors, 0), Draw(errors, 40));
        Assert.True(Product(straight, Y(Chin), Y(Chin)) > 5 * Product(straight, X(Chin), X(Chin)));
        Assert.True(Product(turned, X(Chin), X(Chin)) > 5 * Product(turned, Y(Chin), Y(Chin)));
        // The others count a little.
        Assert.True(Product(turned, Y(Chin), Y(Chin)) > 1e-3f);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(-30)]
    public void Errors_are_mirrored_for_a_head_that_turns_to_the_other_side(float yaw)
    {
        var errors = Measure((new SeenHead(yaw), [(RightCorner, 0.2f, 0.15f)]));
        var (same, other) = (Draw(errors, yaw), Draw(errors, -yaw));
        AssertAbout(0.04f, Product(same, X(RightCorner), X(RightCorner)));
        AssertAbout(0.8f * 0.03f, Product(same, X(RightCorner), Y(RightCorner)));
        Assert.Equal(0, Product(same, X(LeftCorner), X(LeftCorner)), 1e-4f);
        AssertAbout(0.04f, Product(other, X(LeftCorner), X(LeftCorner)));
        AssertAbout(-0.8f * 0.03f, Product(other, X(LeftCorner), Y(LeftCorner)));
        Assert.Equal(0, Product(other, X(RightCorner), X(RightCorner)), 1e-4f);
    }

    [Fact]
    public void Scaled_errors_are_as_large_as_the_others_at_each_coordinate()
    {
        var own = Measure((new SeenHead(), [(Chin, 0.1f, 0.2f), (RightCorner, 0.1f, 0)]));
        var others = Measure((new SeenHead(), [(Chin, 0.3f, 0.1f)]), (new SeenHead(), [(Chin, 0.3f, 0.3f)]));
        var scaled = own.ScaledTo(others);
        Assert.Equal(1, scaled.Count);
        var drawn = Draw(scaled, 0);
        AssertAbout(0.09f, Product(drawn, X(Chin), X(Chin)));
        AssertAbout(0.05f, Product(drawn, Y(Chin), Y(Chin)));
        Assert.Equal(0, Product(drawn, X(RightCorner), X(RightCorner)), 1e-4f);
    }

    [Fact]
    public void A_failure_is_not_an_error_of_a_landmark()
    {
        (int, float, float)[] elsewhere = [.. Enumerable.Range(0, 68).Select(i => (i, 3f, 0f))];
        Assert.Equal(1, Measure((new SeenHead(), elsewhere), (new SeenHead(), [(Chin, 0.1f, 0)])).Count);
    }

    [Fact]
    public void Without_faces_there_are_no_errors()
    {
        Assert.Equal(0, LandmarkErrors.None.Count);
        Assert.All(Draw(LandmarkErrors.None, 20)[0], value => Assert.Equal(0, value));
    }

    private static int X(int landmark) => 2 * landmark;

    private static int Y(int landmark) => 2 * landmark + 1;

    private static void AssertAbout(float expected, float found) =>
        Assert.True(MathF.Abs(found - expected) < 0.1f * MathF.Abs(expected), $"{found} instead of {expected}");

    private static float[][] Draw(LandmarkErrors errors, float yaw)
    {
        var drawn = new float[errors.Count == 0 ? 1 : Draws][];
        for (var i = 0; i < drawn.Length; i++)
            errors.Draw(yaw, new SampleRandom(6, i), drawn[i] = [.. Enumerable.Repeat(7f, 2 * 68)]);
        return drawn;
    }

    private static float Product(float[][] drawn, int a, int b) => drawn.Average(error => error[a] * error[b]);

    private LandmarkErrors Measure(params (SeenHead Head, (int Landmark, float X, float Y)[] Errors)[] faces)
    {
        var picture = folder.Write("grey.png", SeenHead.Picture());
        using var network = new ScriptedNetwork([.. faces.Select(face => face.Head.See(face.Errors))]);
        return LandmarkErrors.Measure(faces.Select(face => face.Head.Annotated(picture)), network);
    }
}
