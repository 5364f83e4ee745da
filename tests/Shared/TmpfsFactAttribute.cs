namespace LiveLandmarks.Tests;

/// <summary>A test that mounts a small file system; skipped with a reason where mounting is not allowed.</summary>
internal sealed class TmpfsFactAttribute : LinuxFactAttribute
{
    public TmpfsFactAttribute()
    {
        if (Skip is null && !SmallDisk.CanMount())
            Skip = "Mounting a tmpfs is not allowed here; run as root to test full disks.";
    }
}
