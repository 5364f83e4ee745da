namespace LiveLandmarks.Training.Tests.Data;

public class LandmarkSchemesTests
{
    public static TheoryData<string> Names => [.. LandmarkScheme.All.Select(scheme => scheme.Name)];

    [Fact]
    public void The_data_sets_have_their_schemes() =>
        Assert.Equal(["ibug68 68", "ibug70 70", "wflw98 98", "cofw29 29", "aflw19 19"],
            LandmarkScheme.All.Select(scheme => $"{scheme} {scheme.Count}"));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_groups_cover_every_landmark_once_in_order(string name)
    {
        var scheme = LandmarkScheme.Find(name)!;
        Assert.Equal(Enumerable.Range(0, scheme.Count), scheme.Groups.SelectMany(group => Enumerable.Range(group.First, group.Count)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mirroring_twice_changes_nothing(string name)
    {
        var mirror = LandmarkScheme.Find(name)!.Mirror;
        Assert.All(Enumerable.Range(0, mirror.Count), i => Assert.Equal(i, mirror[mirror[i]]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mirroring_maps_each_group_to_the_group_on_the_other_side(string name)
    {
        var scheme = LandmarkScheme.Find(name)!;
        foreach (var group in scheme.Groups)
        {
            var other = Assert.Single(scheme.Groups, candidate => candidate.Name == OtherSide(group.Name));
            var mirrored = Enumerable.Range(group.First, group.Count).Select(i => scheme.Mirror[i]).Order();
            Assert.Equal(Enumerable.Range(other.First, other.Count), mirrored);
            Assert.Equal((group.Feature, group.Closed), (other.Feature, other.Closed));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mirroring_maps_each_boundary_curve_to_the_curve_on_the_other_side(string name)
    {
        var scheme = LandmarkScheme.Find(name)!;
        foreach (var curve in scheme.Boundary)
        {
            var other = Assert.Single(scheme.Boundary, candidate => candidate.Name == OtherSide(curve.Name));
            int[] mirrored = [.. curve.Landmarks.Select(i => scheme.Mirror[i])];
            Assert.True(mirrored.SequenceEqual(other.Landmarks) || mirrored.Reverse().SequenceEqual(other.Landmarks), curve.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_outer_eye_corners_mirror_each_other_and_lie_in_the_eyes(string name)
    {
        var scheme = LandmarkScheme.Find(name)!;
        var (right, left) = scheme.OuterEyeCorners;
        Assert.Equal(left, scheme.Mirror[right]);
        Assert.Equal(FacialFeature.Eye, scheme.Groups.Single(group => group.First <= right && right < group.First + group.Count).Feature);
    }

    [Theory]
    [InlineData("ibug68", 13)]
    [InlineData("wflw98", 13)]
    public void The_boundary_has_as_many_curves_as_the_reference(string name, int count) =>
        Assert.Equal(count, LandmarkScheme.Find(name)!.Boundary.Count);

    [Theory]
    [InlineData("ibug68", "inter-ocular", 36, 45)]
    [InlineData("wflw98", "inter-ocular", 60, 72)]
    [InlineData("cofw29", "inter-pupil", 16, 17)]
    public void NME_divides_by_the_same_distance_as_the_literature(string name, string normalizer, int right, int left)
    {
        var scheme = LandmarkScheme.Find(name)!;
        var points = new Landmark[scheme.Count];
        points[right] = new Landmark(10, 10, 1);
        points[left] = new Landmark(13, 14, 1);
        Assert.Equal(normalizer, scheme.Normalizer.ToString());
        Assert.Equal(5, scheme.Normalizer.Of(points));
    }

    [Fact]
    public void On_AFLW_NME_divides_by_the_side_of_the_box()
    {
        Landmark[] points = [new(0, 0, 1), new(8, 2, 1)];
        Assert.Equal(Normalizer.Box, LandmarkScheme.Aflw19.Normalizer);
        Assert.Equal(6, LandmarkScheme.Aflw19.Normalizer.Of(points, new FaceBox(5, 5, 4, 9)));
        Assert.Equal(4, LandmarkScheme.Aflw19.Normalizer.Of(points));
    }

    private static string OtherSide(string name) =>
        name.Contains("right", StringComparison.Ordinal)
            ? name.Replace("right", "left", StringComparison.Ordinal)
            : name.Replace("left", "right", StringComparison.Ordinal);
}
