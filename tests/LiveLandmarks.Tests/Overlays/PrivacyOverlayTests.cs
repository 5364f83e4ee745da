using LiveLandmarks.Overlays;
using LiveLandmarks.Overlays.BuiltIn;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Overlays;

public sealed class PrivacyOverlayTests : IDisposable
{
    private static readonly OverlayContext Nowhere = new("", "");

    private readonly PrivacyOverlay overlay = new() { Settle = 0, Hold = 1 };
    private readonly HiddenMask mask = new(640, 480);
    private readonly Mat picture = new(480, 640, MatType.CV_8UC3);
    private bool started;

    public void Dispose()
    {
        overlay.Dispose();
        mask.Dispose();
        picture.Dispose();
    }

    [Fact]
    public void Nothing_is_hidden_in_a_frame_that_was_searched_and_has_no_face() => Assert.Equal(0, Draw(0, []));

    [Fact]
    public void A_face_and_its_forehead_are_hidden_and_the_rest_is_seen()
    {
        Assert.InRange(Draw(0, [], Frames.Face(1, 300, 240)), 0.02, 0.15);
        foreach (var point in Frames.Face(1, 300, 240).Raw.Points)
            Assert.False(mask.Shows(point));
        Assert.False(mask[100, 100]);
    }

    [Fact]
    public void The_whole_picture_is_hidden_if_it_was_not_searched_for_faces() => Assert.Equal(1, Draw(0, null, Frames.Face(1, 300, 240)));

    [Fact]
    public void The_whole_picture_is_hidden_at_the_start_and_after_a_gap()
    {
        overlay.Settle = 0.2f;
        Assert.Equal(1, Draw(5, []));
        Assert.Equal(1, Draw(5.1, []));
        Assert.Equal(0, Draw(5.3, []));
        Assert.Equal(1, Draw(9, []));
        Assert.Equal(0, Draw(9.3, []));
    }

    [Fact]
    public void A_face_half_out_of_the_picture_is_hidden_up_to_the_edge()
    {
        Draw(0, [], Frames.Face(1, 640, 240));
        foreach (var point in Frames.Face(1, 640, 240).Raw.Points)
            Assert.False(mask.Shows(point));
        Assert.True(mask[639, 240]);
    }

    [Fact]
    public void A_face_outside_the_picture_does_no_harm() => Assert.Equal(0, Draw(0, [], Frames.Face(1, 2000, -900)));

    [Fact]
    public void A_lost_face_stays_hidden_in_a_growing_area_for_a_second()
    {
        var atOnce = Draw(0, [], Frames.Face(1, 300, 240));
        var later = Draw(0.5, []);
        var last = Draw(0.99, []);
        Assert.True(atOnce < later && later < last, $"{atOnce} {later} {last}");
        Assert.Equal(0, Draw(1.02, []));
    }

    [Fact]
    public void A_lost_face_is_hidden_where_it_was_and_where_it_was_going()
    {
        for (var i = 0; i < 10; i++)
            Draw(i / 30.0, [], Frames.Face(1, 200 + 10 * i, 240));
        Draw(15 / 30.0, []);
        Assert.True(mask[290, 240] && mask[350, 240]);
    }

    [Fact]
    public void A_face_that_left_stays_hidden_at_the_edge()
    {
        for (var i = 0; i < 10; i++)
            Draw(i / 30.0, [], Frames.Face(1, 540 + 10 * i, 240));
        for (var i = 10; i < 35; i++)
            Draw(i / 30.0, []);
        Assert.True(mask[639, 240] && mask[610, 240]);
    }

    [Fact]
    public void A_candidate_is_hidden_too_but_for_a_shorter_time()
    {
        Assert.InRange(Draw(0, [new FaceBox(250, 200, 80, 100, 0.3f)]), 0.02, 0.15);
        Assert.InRange(Draw(0.08, []), 0.02, 0.3);
        Assert.Equal(0, Draw(0.15, []));
    }

    [Fact]
    public void Drawings_of_other_overlays_are_hidden_too_and_the_frame_itself_is_not_changed()
    {
        using var drawn = new Mat(480, 640, MatType.CV_8UC3, Scalar.All(50));
        using var canvas = drawn.Clone();
        picture.SetTo(Scalar.All(200));
        canvas.Set(240, 300, new Vec3b(255, 255, 255));
        overlay.Start(Nowhere);
        overlay.Draw(Frames.ToDrawOn(picture, TimeSpan.Zero, [new FaceBox(250, 200, 80, 100)]) with { Canvas = canvas });
        Assert.InRange(canvas.Get<Vec3b>(240, 300).Item0, 50, 60);
        Assert.Equal(200, picture.Get<Vec3b>(240, 300).Item0);
    }

    [Theory]
    [InlineData(0, 0.25f, 1, "Cells is 0; give 1 to 8")]
    [InlineData(9, 0.25f, 1, "Cells is 9; give 1 to 8")]
    [InlineData(6, -0.1f, 1, "Margin is -0.1; give 0 to 2")]
    [InlineData(6, float.NaN, 1, "Margin is NaN; give 0 to 2")]
    [InlineData(6, 0.25f, 61, "Hold is 61; give 0 to 60")]
    public void Options_out_of_range_are_refused(int cells, float margin, float hold, string message)
    {
        using var refused = new PrivacyOverlay { Cells = cells, Margin = margin, Hold = hold };
        Assert.Contains(message, Assert.Throws<OverlayException>(() => refused.Start(Nowhere)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_style_is_refused()
    {
        using var refused = new PrivacyOverlay { Style = (HidingStyle)7 };
        Assert.Contains("Blur or Pixels", Assert.Throws<OverlayException>(() => refused.Start(Nowhere)).Message, StringComparison.Ordinal);
    }

    /// <summary>Draws a frame.</summary>
    /// <returns>The share of the picture that is hidden.</returns>
    private double Draw(double seconds, IReadOnlyList<FaceBox>? candidates, params TrackedFace[] faces)
    {
        if (!started)
            overlay.Start(Nowhere);
        started = true;
        mask.Draw(overlay, Frames.ToDrawOn(picture, TimeSpan.FromSeconds(seconds), candidates, faces));
        return mask.ShareOutside();
    }

}
