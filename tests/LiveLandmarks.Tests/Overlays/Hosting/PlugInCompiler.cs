using LiveLandmarks.Overlays;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Overlays.Hosting;

/// <summary>Compiles plug-ins like their authors do: against only the contract and the Mat of OpenCvSharp.</summary>
internal static class PlugInCompiler
{
    private const string Usings =
        "using System; using System.Threading; using System.Collections.Generic; using LiveLandmarks.Overlays; using OpenCvSharp;\n";

    private static readonly MetadataReference[] Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles a plug-in.</summary>
    /// <param name="path">The assembly to write.</param>
    /// <param name="source">C#, without usings.</param>
    /// <param name="contract">The contract to build against; null for this program's.</param>
    public static void Compile(string path, string source, string? contract = null)
    {
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            [CSharpSyntaxTree.ParseText(Usings + source)],
            [.. Framework, MetadataReference.CreateFromFile(contract ?? typeof(IOverlay).Assembly.Location),
                MetadataReference.CreateFromFile(typeof(Mat).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        var written = compilation.Emit(path);
        Assert.True(written.Success, string.Join('\n', written.Diagnostics));
    }

    /// <summary>Compiles a plug-in with one overlay, <c>test</c>.</summary>
    /// <param name="path">The assembly to write.</param>
    /// <param name="draw">The body of its Draw; <c>frame</c> is the frame.</param>
    /// <param name="members">Further members.</param>
    /// <param name="failsClosed">Whether it fails closed.</param>
    public static void CompileOverlay(string path, string draw, string members = "", bool failsClosed = false) => Compile(
        path,
        $"[Overlay(\"test\", \"made by a test\", FailsClosed = {(failsClosed ? "true" : "false")})] public sealed class Test : IOverlay " +
            $"{{ {members} public void Draw(OverlayFrame frame) {{ {draw} }} }}");
}
