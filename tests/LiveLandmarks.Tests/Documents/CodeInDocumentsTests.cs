using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LiveLandmarks.Tests.Documents;

/// <summary>Programs in the documents that start with using directives, and the examples of documentation comments, compile
/// unchanged.</summary>
public partial class CodeInDocumentsTests
{
    // The usings that ImplicitUsings adds to a project.
    private const string Implicit =
        "global using System; global using System.IO; global using System.Linq; global using System.Collections.Generic; global using " +
        "System.Threading;";

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The examples in the documentation files beside the assemblies, by the member that they are for.</summary>
    private static readonly Lazy<SortedDictionary<string, string>> Examples = new(() => new SortedDictionary<string, string>((
        from file in Directory.GetFiles(AppContext.BaseDirectory, "LiveLandmarks*.xml")
        from member in XDocument.Load(file).Descendants("member")
        from code in member.Elements("example").Elements("code")
        select (Name: member.Attribute("name")!.Value, Code: code.Value)).ToDictionary(example => example.Name, example => example.Code)));

    public static TheoryData<string, int> Programs
    {
        get
        {
            var programs = new TheoryData<string, int>();
            foreach (var path in Documents)
            {
                for (var number = 0; number < ProgramsOf(path).Count; number++)
                    programs.Add(Path.GetRelativePath(Repository.Root, path), number);
            }
            return programs;
        }
    }

    private static IEnumerable<string> Documents =>
    [
        Path.Combine(Repository.Root, "README.md"),
        .. Directory.GetFiles(Path.Combine(Repository.Root, "docs", "guides"), "*.md").Order(StringComparer.Ordinal),
        .. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.Combine(folder, "PACKAGE.md"))
            .Where(File.Exists).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_program_in_a_document_compiles(string document, int number) =>
        AssertCompiles(ProgramsOf(Path.Combine(Repository.Root, document))[number]);

    public static TheoryData<string> MembersWithExamples => [.. Examples.Value.Keys];

    [Theory]
    [MemberData(nameof(MembersWithExamples))]
    public void An_example_in_a_documentation_comment_compiles(string member) => AssertCompiles(Examples.Value[member]);

    [Fact]
    public void The_main_types_have_examples() => Assert.True(Examples.Value.Count >= 10, string.Join(' ', Examples.Value.Keys));

    private static void AssertCompiles(string program)
    {
        var compilation = CSharpCompilation.Create(
            "Document",
            [CSharpSyntaxTree.ParseText(Implicit), CSharpSyntaxTree.ParseText(program)],
            References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    [Fact]
    public void A_program_that_does_not_compile_is_reported() =>
        Assert.Throws<Xunit.Sdk.EmptyException>(
            () => Assert.Empty(CSharpCompilation.Create(
                "Wrong", [CSharpSyntaxTree.ParseText("using LiveLandmarks; FaceTracker.Make();")], References).GetDiagnostics()));

    [Fact]
    public void The_readme_and_the_guide_to_the_library_have_programs()
    {
        Assert.NotEmpty(ProgramsOf(Path.Combine(Repository.Root, "README.md")));
        Assert.True(ProgramsOf(Path.Combine(Repository.Root, "docs", "guides", "library.md")).Count >= 4);
    }

    private static List<string> ProgramsOf(string path) =>
        [.. Block().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value).Where(
            code => code.StartsWith("using LiveLandmarks", StringComparison.Ordinal))];

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
