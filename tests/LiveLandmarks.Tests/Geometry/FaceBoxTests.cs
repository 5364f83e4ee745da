namespace LiveLandmarks.Tests.Geometry;

public class FaceBoxTests
{
    [Fact]
    public void A_box_around_points_touches_the_outermost_and_averages_the_confidences()
    {
        var box = FaceBox.Around([new Landmark(3, 20, 0.2f), new Landmark(-5, 8, 0.4f), new Landmark(7, 11, 0.9f)]);
        Assert.Equal((-5f, 8f, 12f, 12f), (box.X, box.Y, box.Width, box.Height));
        Assert.Equal(0.5f, box.Score, 6);
        Assert.Equal((1f, 14f), (box.CenterX, box.CenterY));
    }

    [Fact]
    public void A_single_point_has_a_box_without_area() =>
        Assert.Equal(new FaceBox(4, 5, 0, 0, 0.5f), FaceBox.Around([new Landmark(4, 5, 0.5f)]));

    [Fact]
    public void A_box_needs_at_least_one_point() =>
        Assert.Throws<ArgumentException>(() => FaceBox.Around([]));

    [Theory]
    [InlineData(0, 0, 10, 10, 1)]
    [InlineData(5, 0, 10, 10, 1.0 / 3)]
    [InlineData(5, 5, 10, 10, 1.0 / 7)]
    [InlineData(2, 2, 5, 5, 0.25)]
    [InlineData(10, 0, 10, 10, 0)]
    [InlineData(0, 11, 10, 10, 0)]
    [InlineData(3, 3, 0, 0, 0)]
    public void Overlap_is_shared_area_over_covered_area(float x, float y, float width, float height, double overlap)
    {
        var box = new FaceBox(0, 0, 10, 10);
        var other = new FaceBox(x, y, width, height);
        Assert.Equal(overlap, box.IntersectionOverUnion(other), 5);
        Assert.Equal(overlap, other.IntersectionOverUnion(box), 5);
    }

    [Theory]
    [InlineData(0, 0, 10, 10, 1)]
    [InlineData(-5, 0, 10, 10, 0.5)]
    [InlineData(-5, 5, 10, 10, 0.25)]
    [InlineData(2, 2, 3, 3, 1)]
    [InlineData(-10, 0, 10, 10, 0)]
    [InlineData(3, 3, 0, 0, 0)]
    public void The_share_inside_another_box_is_relative_to_its_own_area(float x, float y, float width, float height, double share) =>
        Assert.Equal(share, new FaceBox(x, y, width, height).ShareInside(new FaceBox(0, 0, 10, 10)), 5);
}
