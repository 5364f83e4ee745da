using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LiveLandmarks.Tests.Architecture;

/// <summary>A source file of a project, parsed.</summary>
internal sealed class SourceFile
{
    public SourceFile(string project, string name, string text)
    {
        (Project, Name) = (project, name);
        Root = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();
        Namespace = Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString();
        Types = Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Where(type => type.Parent is not TypeDeclarationSyntax)
            .Select(type => type.Identifier.Text).ToHashSet();
        Members = Root.DescendantNodes().OfType<PropertyDeclarationSyntax>().Select(property => property.Identifier.Text)
            .Concat(Root.DescendantNodes().OfType<ParameterSyntax>().Select(parameter => parameter.Identifier.Text))
            .ToHashSet();
    }

    public string Project { get; }

    public string Name { get; }

    public CompilationUnitSyntax Root { get; }

    /// <summary>Null for a file of top-level statements, which may use everything in its project.</summary>
    public string? Namespace { get; }

    /// <summary>The types that the file declares.</summary>
    public IReadOnlySet<string> Types { get; }

    /// <summary>Properties and parameters of the file; their names may be those of types.</summary>
    public IReadOnlySet<string> Members { get; }
}
