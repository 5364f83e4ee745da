using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LiveLandmarks.Tests.Documents;

/// <summary>Programs in the documents that start with using directives compile unchanged.</summary>
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
    public void A_program_in_a_document_compiles(string document, int number)
    {
        var program = ProgramsOf(Path.Combine(Repository.Root, document))[number];
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
