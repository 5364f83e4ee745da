namespace LiveLandmarks.Tests;

/// <summary>A test on the annotated faces beside the repository; skipped, saying so, where there are none.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = Repository.LackOfSharedFaces;
}
