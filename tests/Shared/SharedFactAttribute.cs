namespace LiveLandmarks.Tests;

/// <summary>A test on the annotated faces beside the repository; skipped, saying so, where there are none.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (!Directory.Exists(Repository.SharedFaces))
            Skip = "The annotated faces (../shared/faces) are not on this machine.";
    }
}
