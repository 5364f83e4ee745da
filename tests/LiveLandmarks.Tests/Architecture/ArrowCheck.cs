using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LiveLandmarks.Tests.Architecture;

/// <summary>Finds references of source files that point upwards: to a later namespace of their project, or to a project that their
/// project may not use.</summary>
internal sealed class ArrowCheck
{
    private const string Own = "LiveLandmarks";

    private readonly IReadOnlyList<SourceFile> files;
    private readonly ILookup<string, SourceFile> byNamespace;

    public ArrowCheck(IReadOnlyList<SourceFile> files)
    {
        this.files = files;
        byNamespace = files.Where(file => file.Namespace is not null).ToLookup(file => file.Namespace!);
    }

    /// <summary>One line for each reference that points upwards, and for each namespace that the layers do not name.</summary>
    public IReadOnlyList<string> Violations() => [.. files.SelectMany(In).Distinct().Order(StringComparer.Ordinal)];

    private IEnumerable<string> In(SourceFile file)
    {
        var layer = Layers.All.Single(layer => layer.Project == file.Project);
        var place = file.Namespace is null ? layer.Namespaces.Count : layer.PlaceOf(file.Namespace);
        if (place < 0)
            return [$"{file.Name}: namespace {file.Namespace} has no place in the order of {file.Project}."];
        return Referred(file)
            .Where(name => PointsUp(layer, place, name))
            .Select(name => $"{file.Name}: {file.Namespace ?? file.Project} uses {name}, which is above it.");
    }

    /// <summary>Namespaces of this repository that a file refers to.</summary>
    private IEnumerable<string> Referred(SourceFile file)
    {
        foreach (var directive in file.Root.DescendantNodes().OfType<UsingDirectiveSyntax>())
        {
            if (NamespaceOf(directive.NamespaceOrType.ToString()) is { } imported)
                yield return imported;
        }
        foreach (var node in file.Root.DescendantNodes(descendIntoTrivia: true))
        {
            if (node.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null
                || node.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()?.Name.FullSpan.Contains(node.Span) == true)
                continue;
            if (node is QualifiedNameSyntax or MemberAccessExpressionSyntax or QualifiedCrefSyntax
                && WrittenOut(file, node.ToString()) is { } written)
                yield return written;
            else if (node is SimpleNameSyntax name
                && IsType(name)
                && !file.Members.Contains(name.Identifier.Text)
                && Enclosing(file, name.Identifier.Text) is { } enclosing)
                yield return enclosing;
        }
    }

    /// <summary>The namespace of a dotted name, resolved from the root or from a namespace that encloses the file.</summary>
    private string? WrittenOut(SourceFile file, string text)
    {
        text = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace("global::", "", StringComparison.Ordinal);
        if (text.StartsWith(Own + ".", StringComparison.Ordinal))
            return NamespaceOf(text);
        foreach (var around in Around(file))
        {
            if (NamespaceOf($"{around}.{text}") is { } found && found.Length > around.Length
                && IsTypeOf(found, $"{around}.{text}"[(found.Length + 1)..]))
                return found;
        }
        return null;
    }

    private bool IsTypeOf(string name, string rest) => byNamespace[name].Any(file => file.Types.Contains(rest.Split('.', '<', '(')[0]));

    /// <summary>The enclosing namespace that declares a type which the file names without a using directive.</summary>
    private string? Enclosing(SourceFile file, string type)
    {
        if (file.Namespace is null || byNamespace[file.Namespace].Any(other => other.Types.Contains(type)))
            return null;
        return Around(file).Skip(1)
            .FirstOrDefault(around => byNamespace[around].Any(other => other.Project == file.Project && other.Types.Contains(type))
            && !byNamespace[around].Any(other => other.Project != file.Project && other.Types.Contains(type)));
    }

    private static IEnumerable<string> Around(SourceFile file)
    {
        for (var name = file.Namespace ?? Own; name.Length > 0; name = name.Contains('.', StringComparison.Ordinal)
            ? name[..name.LastIndexOf('.')]
            : "")
            yield return name;
    }

    private static bool IsType(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        QualifiedNameSyntax qualified => qualified.Left == name,
        AssignmentExpressionSyntax or NameColonSyntax or NameEqualsSyntax or ArgumentSyntax or InvocationExpressionSyntax => false,
        _ => true,
    };

    private string? NamespaceOf(string text)
    {
        for (var name = text; name.Length > 0; name = name.Contains('.', StringComparison.Ordinal) ? name[..name.LastIndexOf('.')] : "")
        {
            if (byNamespace.Contains(name))
                return name;
        }
        return null;
    }

    private bool PointsUp(ProjectLayer layer, int place, string name)
    {
        if (byNamespace[name].Any(file => file.Project == layer.Project))
            return layer.PlaceOf(name) > place;
        var reachable = Layers.Reachable(layer.Project);
        return !byNamespace[name].Any(file => reachable.Contains(file.Project));
    }
}
