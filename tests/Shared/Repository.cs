using System.Reflection;

namespace LiveLandmarks.Tests;

/// <summary>Paths of files in the repository, and of the data sets beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepoRoot").Value!;

    public static string Models => Path.Combine(Root, "models");

    public static string Media(string name) => Path.Combine(Root, "samples", "media", name);

    /// <summary>The folder with real annotated faces; missing beside a fresh clone.</summary>
    public static string SharedFaces => Path.GetFullPath(Path.Combine(Root, "..", "shared", "faces"));

    /// <summary>Why tests that need those faces are skipped; null if the faces exist.</summary>
    public static string? LackOfSharedFaces =>
        Directory.Exists(SharedFaces) ? null : "The annotated faces (../shared/faces) are not on this machine.";

    /// <summary>The folder with the 3-D face model; missing beside a fresh clone.</summary>
    public static string SharedFaceModel => Path.GetFullPath(Path.Combine(Root, "..", "shared", "face-model"));

    /// <summary>Why tests that need that model are skipped; null if the model exists.</summary>
    public static string? LackOfFaceModel =>
        Directory.Exists(SharedFaceModel) ? null : "The 3-D face model (../shared/face-model) is not on this machine.";
}
