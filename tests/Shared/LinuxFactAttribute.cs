namespace LiveLandmarks.Tests;

/// <summary>A test of devices or signals of Linux; skipped with a reason on other systems.</summary>
internal class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "Needs Linux.";
    }
}
