namespace LiveLandmarks.Tests;

/// <summary>A test of Linux' devices or signals; skipped, saying so, elsewhere.</summary>
internal class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "Needs Linux.";
    }
}
