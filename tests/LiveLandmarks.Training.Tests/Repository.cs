using System.Reflection;

namespace LiveLandmarks.Training.Tests;

/// <summary>Where the repository's own files are, and the annotated faces beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepoRoot").Value!;

    /// <summary>The folder with real annotated faces; a fresh clone elsewhere has none.</summary>
    public static string SharedFaces => Path.GetFullPath(Path.Combine(Root, "..", "shared", "faces"));
}
