namespace LiveLandmarks.Tests.Architecture;

/// <summary>Two versions of a line fit side by side in a review.</summary>
public class LineLengthTests
{
    private const int Longest = 140;

    private static readonly string[] Folders = ["src", "tests", "samples"];

    [Fact]
    public void No_line_of_code_is_longer_than_140_columns() => Assert.Empty(
        from folder in Folders
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
        where line.Text.Length > Longest
        select $"{Path.GetRelativePath(Repository.Root, file)}:{line.Number}");
}
