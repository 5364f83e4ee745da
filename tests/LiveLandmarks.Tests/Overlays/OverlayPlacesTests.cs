using System.Collections.Immutable;
using LiveLandmarks.Overlays.BuiltIn;

namespace LiveLandmarks.Tests.Overlays;

/// <summary>On a real face found by the shipped networks, each overlay changes the right pixels and no others.</summary>
public class OverlayPlacesTests
{
    private static ImmutableArray<Landmark> Points => Drawn.Astronaut.Landmarks.Points;

    private static FaceBox Box => Drawn.Astronaut.Box;

    private static float Eyes => Drawn.Astronaut.Landmarks.InterOcularDistance;

    [Fact]
    public void Landmarks_lie_on_the_face()
    {
        var drawn = Drawn.OnAstronaut(new LandmarksOverlay());
        Assert.All(Points, point => Assert.True(drawn.At(point)));
        drawn.AssertWithin(Box.X - 4, Box.Y - 4, Box.X + Box.Width + 4, Box.Y + Box.Height + 4);
        Assert.True(Drawn.OnAstronaut(new LandmarksOverlay { Edges = false }).Count < drawn.Count);
    }

    [Fact]
    public void Axes_start_at_the_nose()
    {
        var drawn = Drawn.OnAstronaut(new AxesOverlay());
        Assert.InRange(drawn.Count, 20, 2000);
        drawn.AssertWithin(Points[30].X - Eyes, Points[30].Y - Eyes, Points[30].X + Eyes, Points[30].Y + Eyes);
    }

    [Fact]
    public void The_mesh_covers_the_face_and_leaves_eyes_and_mouth_open()
    {
        var drawn = Drawn.OnAstronaut(new MeshOverlay());
        Assert.InRange(drawn.Count, 500, 20_000);
        drawn.AssertWithin(Box.X - 3, Box.Y - 3, Box.X + Box.Width + 3, Box.Y + Box.Height + 3);
        Assert.False(drawn.At(Middle(62, 66)));
    }

    [Fact]
    public void Sunglasses_cover_the_eyes_and_leave_nose_and_mouth()
    {
        var drawn = Drawn.OnAstronaut(new SunglassesOverlay());
        Assert.True(drawn.At(Middle(36, 39)) && drawn.At(Middle(42, 45)));
        // The bar over the nose, about level with the eyes.
        Assert.Contains(Enumerable.Range(-5, 11), down => drawn.At(Points[27].X, Points[27].Y + down));
        drawn.AssertWithin(Points[0].X - 0.2f * Eyes, Points[19].Y - 0.2f * Eyes, Points[16].X + 0.2f * Eyes, Points[30].Y + 0.1f * Eyes);
        Assert.False(drawn.At(Points[33]) || drawn.At(Points[51]) || drawn.At(Points[8]));
    }

    [Fact]
    public void The_hat_is_on_top_of_the_head()
    {
        var drawn = Drawn.OnAstronaut(new HatOverlay());
        // The top of the hair is at about y = 15 in the portrait.
        Assert.True(drawn.At(Points[27].X, 16));
        Assert.InRange(drawn.Count, 3000, 60_000);
        drawn.AssertWithin(Points[27].X - 1.8f * Eyes, 0, Points[27].X + 1.8f * Eyes, Points[19].Y);
    }

    [Fact]
    public void The_mask_leaves_the_eyes_open()
    {
        var drawn = Drawn.OnAstronaut(new MaskOverlay());
        Assert.False(drawn.At(Middle(36, 39)) || drawn.At(Middle(42, 45)));
        Assert.True(drawn.At(Points[28]) && drawn.At(Middle(19, 24)));
        drawn.AssertWithin(Points[0].X - 0.2f * Eyes, Points[19].Y - 0.6f * Eyes, Points[16].X + 0.2f * Eyes, Points[33].Y);
    }

    [Fact]
    public void Make_up_is_on_the_lips_and_not_on_the_teeth()
    {
        var drawn = Drawn.OnAstronaut(new MakeUpOverlay());
        Assert.True(drawn.At(Middle(51, 62)) && drawn.At(Middle(57, 66)));
        Assert.False(drawn.At(Middle(62, 66)));
        var lips = FaceBox.Around(Points.AsSpan(48, 12));
        drawn.AssertWithin(lips.X - 4, lips.Y - 4, lips.X + lips.Width + 4, lips.Y + lips.Height + 4);
        Assert.Equal(0, Drawn.OnAstronaut(new MakeUpOverlay { Strength = 0 }).Count);
    }

    private static Landmark Middle(int a, int b) => new((Points[a].X + Points[b].X) / 2, (Points[a].Y + Points[b].Y) / 2, 1);
}
