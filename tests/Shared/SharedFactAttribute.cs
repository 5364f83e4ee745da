namespace LiveLandmarks.Tests;

/// <summary>A test that needs the annotated faces beside the repository; skipped with a reason if they are missing.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = Repository.LackOfSharedFaces;
}
