namespace LiveLandmarks.Tests.Landmarks;

public class LandmarkSchemeTests
{
    private static readonly LandmarkScheme Scheme = LandmarkScheme.Ibug68;

    [Fact]
    public void The_groups_cover_every_landmark_once_in_order()
    {
        var covered = Scheme.Groups.SelectMany(group => Enumerable.Range(group.First, group.Count));
        Assert.Equal(68, Scheme.Count);
        Assert.Equal(Enumerable.Range(0, 68), covered);
    }

    [Fact]
    public void Mirroring_twice_changes_nothing() =>
        Assert.All(Enumerable.Range(0, Scheme.Count), i => Assert.Equal(i, Scheme.Mirror[Scheme.Mirror[i]]));

    [Fact]
    public void Mirroring_maps_each_group_onto_the_one_of_the_other_side()
    {
        foreach (var group in Scheme.Groups)
        {
            var otherName = group.Name.StartsWith("right ", StringComparison.Ordinal)
                ? group.Name.Replace("right", "left", StringComparison.Ordinal)
                : group.Name.Replace("left", "right", StringComparison.Ordinal);
            var other = Assert.Single(Scheme.Groups, candidate => candidate.Name == otherName);
            var mirrored = Enumerable.Range(group.First, group.Count).Select(i => Scheme.Mirror[i]).Order();
            Assert.Equal(Enumerable.Range(other.First, other.Count), mirrored);
            Assert.Equal((group.Feature, group.Closed), (other.Feature, other.Closed));
        }
    }

    [Fact]
    public void Only_points_on_the_midline_mirror_themselves()
    {
        var midline = Enumerable.Range(0, Scheme.Count).Where(i => Scheme.Mirror[i] == i);
        Assert.Equal([8, 27, 28, 29, 30, 33, 51, 57, 62, 66], midline);
    }

    [Fact]
    public void Neighbors_along_a_contour_stay_neighbors_in_the_mirror()
    {
        foreach (var group in Scheme.Groups)
        {
            for (var i = group.First; i < group.First + group.Count - 1; i++)
            {
                var gap = Math.Abs(Scheme.Mirror[i] - Scheme.Mirror[i + 1]);
                Assert.True(gap == 1 || group.Closed && gap == group.Count - 1, $"{i} and {i + 1} are torn apart");
            }
        }
    }

    [Fact]
    public void The_outer_eye_corners_mirror_each_other_and_lie_in_the_eyes()
    {
        var (right, left) = Scheme.OuterEyeCorners;
        Assert.Equal((36, 45), (right, left));
        Assert.Equal(left, Scheme.Mirror[right]);
    }

    [Fact]
    public void Schemes_are_found_by_name()
    {
        Assert.Same(Scheme, LandmarkScheme.Find("ibug68"));
        Assert.Null(LandmarkScheme.Find("IBUG68"));
        Assert.Null(LandmarkScheme.Find(""));
        Assert.Equal("ibug68", Scheme.ToString());
    }
}
