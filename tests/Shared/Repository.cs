using System.Reflection;

namespace LiveLandmarks.Tests;

/// <summary>Where the repository's own files are, and the annotated faces beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepoRoot").Value!;

    public static string Models => Path.Combine(Root, "models");

    public static string Media(string name) => Path.Combine(Root, "samples", "media", name);

    /// <summary>The folder with real annotated faces; a fresh clone elsewhere has none.</summary>
    public static string SharedFaces => Path.GetFullPath(Path.Combine(Root, "..", "shared", "faces"));

    /// <summary>Why tests on those faces are skipped; null where they are there.</summary>
    public static string? LackOfSharedFaces => Directory.Exists(SharedFaces) ? null : "The annotated faces (../shared/faces) are not on this machine.";
}
