using LiveLandmarks.Landmarks;

namespace LiveLandmarks.Tests.Landmarks;

public class LandmarkMapTests
{
    private static readonly LandmarkScheme[] Schemes = [LandmarkScheme.Wflw98, LandmarkScheme.Ibug68, LandmarkScheme.OpenSeeFace66];

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var from in Schemes)
        {
            foreach (var to in Schemes)
                pairs.Add(from.Name, to.Name);
        }
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_landmark_is_a_weighted_mean_of_source_landmarks(string from, string to)
    {
        var map = LandmarkMap.Between(Named(from), Named(to));
        Assert.Same(map, LandmarkMap.Between(Named(from), Named(to)));
        Assert.Equal(map.To.Count, map.Sources.Count);
        foreach (var shares in map.Sources)
        {
            Assert.Equal(1, shares.Sum(share => share.Weight), 1e-5f);
            Assert.All(shares, share => Assert.InRange(share.Landmark, 0, map.From.Count - 1));
            Assert.All(shares, share => Assert.InRange(share.Weight, 0.01f, 1));
            Assert.Equal(shares.Count, shares.Select(share => share.Landmark).Distinct().Count());
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_map_is_symmetric(string from, string to)
    {
        var map = LandmarkMap.Between(Named(from), Named(to));
        for (var i = 0; i < map.To.Count; i++)
        {
            var here = map.Sources[i]
                .Select(share => (Landmark: map.From.Mirror[share.Landmark], Weight: MathF.Round(share.Weight, 4))).Order();
            var there = map.Sources[map.To.Mirror[i]].Select(share => (share.Landmark, Weight: MathF.Round(share.Weight, 4))).Order();
            Assert.Equal(here, there);
        }
    }

    [Theory]
    [InlineData("wflw98")]
    [InlineData("ibug68")]
    [InlineData("openseeface66")]
    public void A_map_to_the_same_scheme_changes_nothing(string name)
    {
        var face = Numbered(Named(name));
        Assert.Equal<Landmark>(face.Points, LandmarkMap.Between(face.Scheme, face.Scheme).Apply(face).Points);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(8, 16)]
    [InlineData(16, 32)]
    [InlineData(17, 33)]
    [InlineData(26, 46)]
    [InlineData(30, 54)]
    [InlineData(31, 55)]
    [InlineData(36, 60)]
    [InlineData(45, 72)]
    [InlineData(48, 76)]
    [InlineData(54, 82)]
    [InlineData(60, 88)]
    [InlineData(67, 95)]
    [InlineData(37, 61 + 1 / 3f)]
    [InlineData(38, 62 + 2 / 3f)]
    [InlineData(41, 66 + 2 / 3f)]
    public void The_68_landmarks_are_taken_from_the_98(int ibug, float wflw) =>
        Assert.Equal(wflw, LandmarkMap.Between(LandmarkScheme.Wflw98, LandmarkScheme.Ibug68).Apply(
            Numbered(LandmarkScheme.Wflw98)).Points[ibug].X, 1e-3f);

    /// <summary>The order follows the table of mirrored pairs of OpenSeeFace: 48 and 52, 49 and 51, 56 and 54, 57 and 53, 58 and 62, 59 and
    /// 61, 65 and 63.</summary>
    [Theory]
    [InlineData(47, 47)]
    [InlineData(48, 49)]
    [InlineData(52, 53)]
    [InlineData(53, 55)]
    [InlineData(57, 59)]
    [InlineData(58, (48 + 60) / 2f)]
    [InlineData(59, 61)]
    [InlineData(62, (54 + 64) / 2f)]
    [InlineData(63, 65)]
    [InlineData(65, 67)]
    public void The_66_landmarks_are_taken_from_the_68(int openSeeFace, float ibug)
    {
        Assert.Equal(ibug, LandmarkMap.Between(LandmarkScheme.Ibug68, LandmarkScheme.OpenSeeFace66).Apply(
            Numbered(LandmarkScheme.Ibug68)).Points[openSeeFace].X, 1e-3f);
        foreach (var (right, left) in new[] { (48, 52), (49, 51), (56, 54), (57, 53), (58, 62), (59, 61), (65, 63) })
            Assert.Equal(left, LandmarkScheme.OpenSeeFace66.Mirror[right]);
    }

    [Fact]
    public void Mapping_in_two_steps_equals_mapping_in_one()
    {
        var face = Numbered(LandmarkScheme.Wflw98);
        var twice = LandmarkMap.Between(LandmarkScheme.Ibug68, LandmarkScheme.OpenSeeFace66)
            .Apply(LandmarkMap.Between(face.Scheme, LandmarkScheme.Ibug68).Apply(face));
        var once = LandmarkMap.Between(face.Scheme, LandmarkScheme.OpenSeeFace66).Apply(face);
        Assert.Equal(LandmarkScheme.OpenSeeFace66, once.Scheme);
        Assert.All(once.Points.Zip(twice.Points), pair => Assert.InRange(pair.First.DistanceTo(pair.Second), 0, 1e-3f));
    }

    /// <summary>Corners return exactly; landmarks between them return near their place.</summary>
    [Fact]
    public void From_68_to_98_and_back_each_landmark_is_near_its_place()
    {
        var face = new PosedAverage().See();
        var back = LandmarkMap.Between(LandmarkScheme.Wflw98, face.Scheme)
            .Apply(LandmarkMap.Between(face.Scheme, LandmarkScheme.Wflw98).Apply(face));
        for (var i = 0; i < face.Points.Length; i++)
            Assert.InRange(face.Points[i].DistanceTo(back.Points[i]) / face.InterOcularDistance, 0, 0.02f);
    }

    [Fact]
    public void Landmarks_estimated_for_98_are_in_plausible_places()
    {
        var face = LandmarkMap.Between(LandmarkScheme.Ibug68, LandmarkScheme.Wflw98).Apply(new PosedAverage().See());
        foreach (var (upper, lower) in new[] { (34, 41), (35, 40), (36, 39), (37, 38) })
        {
            Assert.InRange((face.Points[lower].Y - face.Points[upper].Y) / face.InterOcularDistance, 0.05f, 0.12f);
            Assert.InRange(Math.Abs(face.Points[lower].X - face.Points[upper].X) / face.InterOcularDistance, 0, 0.05f);
        }
        Assert.InRange(face.Points[96].X, face.Points[60].X, face.Points[64].X);
        Assert.InRange(face.Points[96].Y, face.Points[62].Y, face.Points[66].Y);
    }

    [Fact]
    public void Confidences_are_averaged_too()
    {
        var face = Numbered(LandmarkScheme.Ibug68);
        face = face.With(48, face.Points[48] with { Confidence = 0.2f }).With(60, face.Points[60] with { Confidence = 0.6f });
        var mapped = LandmarkMap.Between(face.Scheme, LandmarkScheme.OpenSeeFace66).Apply(face);
        Assert.Equal(0.4f, mapped.Points[58].Confidence, 1e-5f);
    }

    [Theory]
    [InlineData("cofw29", "ibug68")]
    [InlineData("aflw19", "openseeface66")]
    [InlineData("ibug68", "cofw29")]
    public void Other_schemes_have_no_map_and_the_error_names_the_remedy(string from, string to)
    {
        var error = Assert.Throws<LandmarkMapException>(() => LandmarkMap.Between(Named(from), Named(to)));
        Assert.StartsWith($"{from}: there is no map", error.Message, StringComparison.Ordinal);
        Assert.Contains("68 or 98", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_face_of_another_scheme_is_refused()
    {
        var map = LandmarkMap.Between(LandmarkScheme.Ibug68, LandmarkScheme.Wflw98);
        Assert.Throws<ArgumentException>(() => map.Apply(Numbered(LandmarkScheme.Wflw98)));
        Assert.Throws<ArgumentException>(() => map.Apply(new Landmark[68], new Landmark[97]));
    }

    private static LandmarkScheme Named(string name) => Schemes.Concat(LandmarkScheme.All).First(scheme => scheme.Name == name);

    /// <summary>A face whose landmark i has X = i.</summary>
    private static FaceLandmarks Numbered(LandmarkScheme scheme) =>
        new(scheme, [.. Enumerable.Range(0, scheme.Count).Select(i => new Landmark(i, 0, 1))]);
}
