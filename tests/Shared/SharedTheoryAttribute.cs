namespace LiveLandmarks.Tests;

/// <summary>A theory on the annotated faces beside the repository; skipped, saying so, where there are none.</summary>
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = Repository.LackOfSharedFaces;
}
