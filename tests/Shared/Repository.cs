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
    public static string? LackOfSharedFaces =>
        Directory.Exists(SharedFaces) ? null : "The annotated faces (../shared/faces) are not on this machine.";

    /// <summary>The folder with the 3-D face model; a fresh clone elsewhere has none.</summary>
    public static string SharedFaceModel => Path.GetFullPath(Path.Combine(Root, "..", "shared", "face-model"));

    /// <summary>Why tests with that model are skipped; null where it is there.</summary>
    public static string? LackOfFaceModel =>
        Directory.Exists(SharedFaceModel) ? null : "The 3-D face model (../shared/face-model) is not on this machine.";
}
