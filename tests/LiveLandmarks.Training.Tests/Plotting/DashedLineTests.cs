using LiveLandmarks.Training.Plotting;

namespace LiveLandmarks.Training.Tests.Plotting;

public class DashedLineTests
{
    [Fact]
    public void Dashes_go_round_corners_and_leave_the_gaps()
    {
        // 7 along, then 7 down: dashes at 0..6 and 10..14, the second behind the corner.
        var dashes = DashedLine.Cut([new(0, 0), new(7, 0), new(7, 7)], 6, 4).ToList();
        Assert.Equal([new(0, 0), new(6, 0)], dashes[0]);
        Assert.Equal([new(7, 3), new(7, 7)], dashes[1]);
        Assert.Equal(2, dashes.Count);
    }

    [Fact]
    public void A_dash_that_meets_a_corner_has_it() =>
        Assert.Equal([new ChartPoint(0, 0), new(3, 0), new(3, 3)], DashedLine.Cut([new(0, 0), new(3, 0), new(3, 5)], 6, 4).First());

    [Fact]
    public void A_line_of_less_than_two_corners_has_no_dash()
    {
        Assert.Empty(DashedLine.Cut([], 6, 4));
        Assert.Empty(DashedLine.Cut([new(1, 1)], 6, 4));
    }
}
