using LiveLandmarks.Detection;

namespace LiveLandmarks.Tests.Detection;

public class NonMaximumSuppressionTests
{
    private static readonly FaceBox Best = new(0, 0, 10, 10, 0.9f);

    [Fact]
    public void Boxes_are_ordered_from_best_to_worst()
    {
        FaceBox[] apart = [new(0, 50, 10, 10, 0.3f), Best, new(50, 0, 10, 10, 0.6f)];
        Assert.Equal([apart[1], apart[2], apart[0]], Keep(apart));
    }

    [Fact]
    public void The_best_of_overlapping_boxes_is_kept() =>
        Assert.Equal([Best], Keep([new FaceBox(1, 0, 10, 10, 0.5f), Best, new FaceBox(0, 2, 10, 10, 0.8f)]));

    [Fact]
    public void A_box_is_compared_with_kept_boxes_only()
    {
        // The second overlaps both others, which do not overlap each other: once it is removed the third may stay.
        FaceBox second = new(5, 0, 10, 10, 0.8f), third = new(10, 0, 10, 10, 0.7f);
        Assert.Equal([Best, third], Keep([Best, second, third], 0.3f));
        Assert.Equal([Best, second, third], Keep([Best, second, third], 0.34f));
    }

    [Fact]
    public void No_boxes_give_no_boxes() => Assert.Empty(Keep([]));

    private static IReadOnlyList<FaceBox> Keep(FaceBox[] boxes, float maximumOverlap = 0.4f) =>
        NonMaximumSuppression.Keep(boxes, box => box, maximumOverlap);
}
