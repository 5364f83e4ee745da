using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>Detects a source that repeats one picture. It compares every 16th row: real cameras never deliver the same noise
/// twice.</summary>
/// <param name="timeout">How long a picture may stay the same; null to detect nothing.</param>
/// <param name="time">The clock.</param>
internal sealed class StillPicture(TimeSpan? timeout, TimeProvider time)
{
    private const int RowStep = 16;

    private int? last;
    private long since;
    private bool stillAfterReopening;

    /// <summary>Checks the next picture.</summary>
    /// <param name="picture">A picture of any size and type.</param>
    /// <returns>Whether the picture has been the same for too long.</returns>
    public bool IsFrozen(Mat picture)
    {
        if (timeout is null)
            return false;
        var sum = Checksum(picture);
        if (sum != last)
        {
            (last, since, stillAfterReopening) = (sum, time.GetTimestamp(), false);
            return false;
        }
        return !stillAfterReopening && time.GetElapsedTime(since) > timeout;
    }

    /// <summary>Call this when the source was reopened: if it still shows the same picture, the scene itself is still.</summary>
    public void Reopened() => stillAfterReopening = true;

    private static unsafe int Checksum(Mat picture)
    {
        var hash = new HashCode();
        var (rows, length) = (picture.Rows, picture.Cols * (int)picture.ElemSize());
        for (var row = 0; row < rows; row += RowStep)
            hash.AddBytes(new ReadOnlySpan<byte>((void*)picture.Ptr(row), length));
        return hash.ToHashCode();
    }
}
