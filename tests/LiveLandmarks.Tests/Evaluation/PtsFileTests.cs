using LiveLandmarks.Evaluation;

namespace LiveLandmarks.Tests.Evaluation;

public sealed class PtsFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Path => folder.File("face.pts");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Coordinates_that_start_at_1_are_read_as_starting_at_0(string newline)
    {
        Write(newline, "version: 1", "n_points: 3", "{", "1 1", "  10.5\t20.25 ", "-3 1e2", "}");
        Assert.Equal([new Landmark(0, 0, 1), new Landmark(9.5f, 19.25f, 1), new Landmark(-4, 99, 1)], PtsFile.Read(Path, 3));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void A_wrong_number_of_points_is_refused(int expected)
    {
        Write("\n", "version: 1", "n_points: 3", "{", "1 1", "2 2", "3 3", "}");
        AssertRefused(expected, $"{Path}:7: 3 points, {expected} expected.");
    }

    [Theory]
    [InlineData("2 two")]
    [InlineData("2")]
    [InlineData("2 2 2")]
    [InlineData("2,5 3")]
    [InlineData("NaN 2")]
    [InlineData("2 Infinity")]
    [InlineData("1e99 2")]
    [InlineData("")]
    public void A_line_that_is_not_two_finite_numbers_is_named_in_the_error(string line)
    {
        Write("\n", "version: 1", "n_points: 3", "{", "1 1", line, "3 3", "}");
        AssertRefused(3, $"{Path}:5: ");
    }

    [Fact]
    public void Missing_braces_are_named_in_the_error()
    {
        Write("\n", "version: 1", "n_points: 1", "1 1");
        AssertRefused(1, $"{Path}: ");
        Write("\n", "version: 1", "{", "1 1");
        AssertRefused(1, $"{Path}: ");
        Write("\n", "}", "1 1", "{");
        AssertRefused(1, $"{Path}: ");
        Write("\n");
        AssertRefused(1, $"{Path}: ");
    }

    [Fact]
    public void A_missing_file_is_named_in_the_error() => AssertRefused(1, $"{Path}: the annotations cannot be read");

    [SharedFact]
    public void Every_annotation_of_the_shared_faces_can_be_read()
    {
        var files = Directory.GetFiles(Repository.SharedFaces, "*.pts", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(68, PtsFile.Read(file, 68).Length));
    }

    private void Write(string newline, params string[] lines) => File.WriteAllText(Path, string.Join(newline, lines));

    private void AssertRefused(int count, string beginning)
    {
        var error = Assert.Throws<InputException>(() => PtsFile.Read(Path, count));
        Assert.StartsWith(beginning, error.Message, StringComparison.Ordinal);
    }
}
