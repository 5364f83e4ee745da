namespace LiveLandmarks.Tests.Expression;

public class BlendshapesTests
{
    /// <summary>The columns of Live Link Face's CSV files.</summary>
    private const string LiveLinkFace =
        "EyeBlinkLeft,EyeLookDownLeft,EyeLookInLeft,EyeLookOutLeft,EyeLookUpLeft,EyeSquintLeft,EyeWideLeft,EyeBlinkRight," +
        "EyeLookDownRight,EyeLookInRight,EyeLookOutRight,EyeLookUpRight,EyeSquintRight,EyeWideRight,JawForward,JawRight,JawLeft," +
        "JawOpen,MouthClose,MouthFunnel,MouthPucker,MouthRight,MouthLeft,MouthSmileLeft,MouthSmileRight,MouthFrownLeft," +
        "MouthFrownRight,MouthDimpleLeft,MouthDimpleRight,MouthStretchLeft,MouthStretchRight,MouthRollLower,MouthRollUpper," +
        "MouthShrugLower,MouthShrugUpper,MouthPressLeft,MouthPressRight,MouthLowerDownLeft,MouthLowerDownRight,MouthUpperUpLeft," +
        "MouthUpperUpRight,BrowDownLeft,BrowDownRight,BrowInnerUp,BrowOuterUpLeft,BrowOuterUpRight,CheekPuff,CheekSquintLeft," +
        "CheekSquintRight,NoseSneerLeft,NoseSneerRight,TongueOut";

    [Fact]
    public void The_52_movements_have_the_order_of_Live_Link_Face_and_the_names_of_ARKit()
    {
        var columns = LiveLinkFace.Split(',');
        Assert.Equal(52, Blendshapes.Count);
        Assert.Equal(columns, Enum.GetValues<Blendshape>().Select(shape => shape.ToString()));
        Assert.Equal(
            columns.Select(name => char.ToLowerInvariant(name[0]) + name[1..]), Enum.GetValues<Blendshape>().Select(Blendshapes.NameOf));
    }

    [Fact]
    public void Values_are_kept_to_three_decimals_and_confidences_to_two()
    {
        for (var start = 0; start <= 1000 - Blendshapes.Count; start += 19)
        {
            var values = Each(i => (start + i) / 1000f);
            var shapes = new Blendshapes(values, Each(i => 1 - values[i]));
            foreach (var shape in Enum.GetValues<Blendshape>())
            {
                Assert.Equal(values[(int)shape], MathF.Round(shapes[shape]!.Value, 3), 1e-6f);
                Assert.Equal(1 - values[(int)shape], shapes.Confidence(shape), 0.002f);
            }
        }
    }

    [Fact]
    public void The_ends_of_the_range_are_exact()
    {
        var shapes = new Blendshapes(Each(i => i % 2), Each(i => 1 - i % 2));
        Assert.Equal((0, 1f), (shapes[Blendshape.EyeBlinkLeft], shapes.Confidence(Blendshape.EyeBlinkLeft)));
        Assert.Equal((1, 0f), (shapes[Blendshape.EyeLookDownLeft], shapes.Confidence(Blendshape.EyeLookDownLeft)));
    }

    [Fact]
    public void Not_a_number_is_unknown_and_has_no_confidence()
    {
        var shapes = new Blendshapes(Each(i => i == (int)Blendshape.JawOpen ? float.NaN : 0.5f), Each(_ => 1));
        Assert.Null(shapes[Blendshape.JawOpen]);
        Assert.Equal(0, shapes.Confidence(Blendshape.JawOpen));
        Assert.Equal(0.5f, shapes[Blendshape.JawLeft]);
        Assert.Equal(1, shapes.Confidence(Blendshape.JawLeft));
    }

    [Theory]
    [InlineData(-0.5f, 0)]
    [InlineData(1.5f, 1)]
    [InlineData(float.PositiveInfinity, 1)]
    [InlineData(float.NegativeInfinity, 0)]
    public void Values_and_confidences_out_of_range_are_limited(float given, float kept)
    {
        var shapes = new Blendshapes(Each(_ => given), Each(_ => given));
        Assert.Equal(kept, shapes[Blendshape.TongueOut]);
        Assert.Equal(kept, shapes.Confidence(Blendshape.TongueOut));
    }

    [Theory]
    [InlineData(51, 52)]
    [InlineData(52, 51)]
    [InlineData(53, 53)]
    [InlineData(0, 0)]
    public void Other_numbers_of_values_are_refused(int values, int confidences)
    {
        var error = Assert.Throws<ArgumentException>(() => new Blendshapes(new float[values], new float[confidences]));
        Assert.Contains($"not {values} and {confidences}", error.Message, StringComparison.Ordinal);
    }

    private static float[] Each(Func<int, float> value) => [.. Enumerable.Range(0, Blendshapes.Count).Select(value)];
}
