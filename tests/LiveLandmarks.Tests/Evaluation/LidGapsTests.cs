using LiveLandmarks.Evaluation;

namespace LiveLandmarks.Tests.Evaluation;

public class LidGapsTests
{
    private readonly LidGaps lids = new();

    [Fact]
    public void Eyes_are_counted_by_their_annotation_and_half_open_ones_are_left_out()
    {
        lids.Add(Face(0.15f, 0.28f), Face(0.02f, 0.3f));
        lids.Add(Face(0.2f, 0.3f), Face(0.1f, 0.4f));
        Assert.Equal((1, 2), (lids.Shut, lids.Open));
        Assert.Equal(0.02, lids.MarkedShut, 1e-3);
        Assert.Equal(0.15, lids.FoundShut, 1e-3);
        Assert.Equal(0.35, lids.MarkedOpen, 1e-3);
        Assert.Equal(0.29, lids.FoundOpen, 1e-3);
        Assert.Equal(1, lids.AreaUnderRoc);
    }

    [Fact]
    public void The_area_under_the_roc_is_the_share_of_pairs_in_the_right_order()
    {
        lids.Add(Face(0.25f, 0.1f), Face(0, 0));
        lids.Add(Face(0.2f, 0.3f), Face(0.3f, 0.3f));
        Assert.Equal(0.75, lids.AreaUnderRoc, 1e-6);
    }

    [Fact]
    public void Without_shut_eyes_there_is_no_area_and_a_scheme_without_lids_adds_no_eyes()
    {
        lids.Add(Face(0.3f, 0.3f), Face(0.3f, 0.3f));
        Assert.True(double.IsNaN(lids.AreaUnderRoc));
        Assert.True(double.IsNaN(lids.FoundShut));
        var lidless = new FaceLandmarks(LandmarkScheme.Aflw19, [.. new Landmark[19]]);
        lids.Add(lidless, lidless);
        Assert.Equal((0, 2), (lids.Shut, lids.Open));
    }

    /// <summary>A rolled face whose eyes are 20 pixels wide, with the given ratios of lid gap to eye width.</summary>
    private static FaceLandmarks Face(float right, float left)
    {
        var points = new Landmark[68];
        Eye(36, 10, right);
        Eye(42, 60, left);
        return new FaceLandmarks(LandmarkScheme.Ibug68, [.. points]);

        void Eye(int first, float x, float gap)
        {
            (float X, float Y)[] outline = [(0, 0), (7, -10 * gap), (13, -10 * gap), (20, 0), (13, 10 * gap), (7, 10 * gap)];
            for (var i = 0; i < outline.Length; i++)
                points[first + i] = new Landmark(
                    x + 0.8f * outline[i].X - 0.6f * outline[i].Y, 40 + 0.6f * outline[i].X + 0.8f * outline[i].Y, 1);
        }
    }
}
