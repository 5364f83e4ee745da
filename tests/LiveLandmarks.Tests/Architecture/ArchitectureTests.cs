using System.Xml.Linq;

namespace LiveLandmarks.Tests.Architecture;

/// <summary>References point down only, as in docs/adr/0017-projects.md.</summary>
public class ArchitectureTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src");

    [Fact]
    public void No_source_file_uses_a_namespace_or_project_above_it() => Assert.Empty(new ArrowCheck(RealFiles()).Violations());

    [Fact]
    public void Project_references_match_the_layer_diagram()
    {
        var real = Directory.GetFiles(Source, "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file)!,
                file => Names(file, "ProjectReference").Concat(Shared(file)).Order(StringComparer.Ordinal));
        Assert.Equal(Layers.All.Select(layer => layer.Project).Where(project => project != "Commands").Order(StringComparer.Ordinal),
            real.Keys.Order(StringComparer.Ordinal));
        Assert.All(real, project => Assert.Equal(
            Layers.All.Single(layer => layer.Project == project.Key).References.Order(StringComparer.Ordinal), project.Value));
    }

    [Fact]
    public void Internals_are_visible_to_tests_only()
    {
        string[] tests = [.. Directory.GetFiles(
            Path.Combine(Repository.Root, "tests"), "*.csproj", SearchOption.AllDirectories).Select(
                file => Path.GetFileNameWithoutExtension(file)!)];
        Assert.All(Directory.GetFiles(Source, "*.csproj", SearchOption.AllDirectories),
            file => Assert.Empty(Names(file, "InternalsVisibleTo").Except(tests)));
    }

    [Theory]
    [InlineData("LiveLandmarks.Pose", "using LiveLandmarks.Tracking;", "", "LiveLandmarks.Tracking")]
    [InlineData("LiveLandmarks.Pose", "using Faces = LiveLandmarks.Tracking.Track;", "", "LiveLandmarks.Tracking")]
    [InlineData("LiveLandmarks.Pose", "using static LiveLandmarks.Tracking.Track;", "", "LiveLandmarks.Tracking")]
    [InlineData("LiveLandmarks.Pose", "using LiveLandmarks.Output;", "", "LiveLandmarks.Output")]
    [InlineData("LiveLandmarks.Pose", "", "LiveLandmarks.Tracking.Track? track;", "LiveLandmarks.Tracking")]
    [InlineData("LiveLandmarks.Pose", "", "object track = new global::LiveLandmarks.Tracking.Track();", "LiveLandmarks.Tracking")]
    [InlineData("LiveLandmarks.Pose", "", "Tracking.Track? track;", "LiveLandmarks.Tracking")]
    [InlineData("LiveLandmarks.Pose", "", "Door? door;", "LiveLandmarks")]
    [InlineData("LiveLandmarks.Pose", "", "object door = Door.Open();", "LiveLandmarks")]
    [InlineData("LiveLandmarks.Pose", "", "/// <summary>See <see cref=\"Tracking.Track\"/>.</summary>\n int number;",
        "LiveLandmarks.Tracking")]
    public void An_upward_reference_is_reported(string from, string directive, string member, string to) =>
        Assert.Equal([$"made-up.cs: {from} uses {to}, which is above it."],
            Check($"{directive}\nnamespace {from};\nclass Thing {{ {member} }}"));

    [Theory]
    [InlineData("LiveLandmarks.Tracking", "using LiveLandmarks.Models;",
        "Model? model; Box box; LiveLandmarks.Models.Model? other; string Door { get; } = \"\";")]
    [InlineData("LiveLandmarks.Hosting", "using LiveLandmarks.Tracking;", "Door? door; Track? track;")]
    public void A_downward_reference_is_allowed(string from, string directive, string member) =>
        Assert.Empty(Check($"{directive}\nnamespace {from};\nclass Thing {{ {member} }}"));

    [Fact]
    public void A_namespace_without_a_place_is_reported() =>
        Assert.Equal(["made-up.cs: namespace LiveLandmarks.Elsewhere has no place in the order of LiveLandmarks."],
            Check("namespace LiveLandmarks.Elsewhere;\nclass Thing;"));

    private static IReadOnlyList<string> Check(string text) => new ArrowCheck(
        [
            new SourceFile("LiveLandmarks.Abstractions", "box.cs", "namespace LiveLandmarks; public struct Box;"),
            new SourceFile("LiveLandmarks", "model.cs", "namespace LiveLandmarks.Models; public class Model;"),
            new SourceFile("LiveLandmarks", "track.cs", "namespace LiveLandmarks.Tracking; public class Track;"),
            new SourceFile("LiveLandmarks", "door.cs", "namespace LiveLandmarks; public class Door;"),
            new SourceFile("LiveLandmarks.Output", "writer.cs", "namespace LiveLandmarks.Output; public class Writer;"),
            new SourceFile("LiveLandmarks", "made-up.cs", text),
        ]).Violations();

    private static List<SourceFile> RealFiles() =>
    [
        .. Layers.All.SelectMany(layer => Directory.GetFiles(Path.Combine(Source, layer.Project), "*.cs", SearchOption.AllDirectories)
            .Select(file => new SourceFile(layer.Project, Path.GetRelativePath(Source, file), File.ReadAllText(file)))),
    ];

    private static IEnumerable<string> Names(string project, string item) => Included(project, item)
        .Select(name => item == "ProjectReference" ? Path.GetFileNameWithoutExtension(name.Split('/')[^1]) : name);

    /// <summary>Folders whose sources a project compiles in addition to its own.</summary>
    private static IEnumerable<string> Shared(string project) =>
        Included(project, "Compile").Where(name => name.StartsWith("../", StringComparison.Ordinal)).Select(name => name.Split('/')[1]);

    private static IEnumerable<string> Included(string project, string item) => XDocument.Load(project).Descendants(item)
        .Select(element => element.Attribute("Include")?.Value).OfType<string>();
}
