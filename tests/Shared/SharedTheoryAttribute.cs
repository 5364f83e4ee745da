namespace LiveLandmarks.Tests;

/// <summary>A theory that needs the annotated faces beside the repository; skipped with a reason if they are missing.</summary>
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = Repository.LackOfSharedFaces;
}
