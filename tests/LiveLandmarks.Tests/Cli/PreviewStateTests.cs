using LiveLandmarks.Cli;
using LiveLandmarks.Overlays.Rendering;

namespace LiveLandmarks.Tests.Cli;

public class PreviewStateTests
{
    private static readonly PreviewState Start = new(new RenderOptions());

    [Theory]
    [InlineData('p')]
    [InlineData('e')]
    [InlineData('b')]
    [InlineData('i')]
    [InlineData('a')]
    [InlineData('w')]
    [InlineData('h')]
    [InlineData('r')]
    public void A_key_toggles_one_setting_and_toggles_it_back(int key)
    {
        var once = Start.Press(key);
        Assert.NotEqual(Start, once);
        Assert.Equal(Start, once.Press(key));
        Assert.Contains(char.ToUpperInvariant((char)key).ToString(), PreviewState.Keys.Split(' '));
    }

    [Fact]
    public void Each_key_toggles_a_different_setting() =>
        Assert.Equal(8, "pebiawhr".Select(key => Start.Press(key)).Distinct().Count());

    [Fact]
    public void Escape_and_Q_close_and_other_keys_do_nothing()
    {
        Assert.True(Start.Press(27).Closed);
        Assert.True(Start.Press('q').Closed);
        Assert.Equal(Start, Start.Press(-1));
        Assert.Equal(Start, Start.Press(PreviewState.SnapshotKey));
    }
}
