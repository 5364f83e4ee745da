using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>Notices a source that repeats one picture. Every 16th row is compared: real cameras never deliver the same noise
/// twice.</summary>
/// <param name="timeout">How long is too long; null to notice nothing.</param>
/// <param name="time">The clock.</param>
internal sealed class StillPicture(TimeSpan? timeout, TimeProvider time)
{
    private const int RowStep = 16;

    private int? last;
    private long since;
    private bool stillAfterReopening;

    /// <summary>Looks at the next picture.</summary>
    /// <param name="picture">Any.</param>
    /// <returns>Whether it has been the same for too long.</returns>
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

    /// <summary>The source was opened anew: if it shows the same picture still, that is what there is to see.</summary>
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
