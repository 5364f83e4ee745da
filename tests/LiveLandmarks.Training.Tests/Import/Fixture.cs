using System.Reflection;

namespace LiveLandmarks.Training.Tests.Import;

/// <summary>The checkpoints in the folder fixtures, and changed copies of them.</summary>
internal static class Fixture
{
    private static readonly string Root = typeof(Fixture).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepoRoot").Value!;

    public static string Path(string name) =>
        System.IO.Path.Combine(Root, "tests", "LiveLandmarks.Training.Tests", "Import", "fixtures", name);

    /// <summary>Writes bytes to a temporary file, calls a function with its path, and deletes the file.</summary>
    public static T WithFile<T>(byte[] bytes, Func<string, T> use)
    {
        var path = System.IO.Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            return use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
