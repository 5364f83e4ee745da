using OpenCvSharp;

namespace LiveLandmarks.Capture;

/// <summary>Rotates and mirrors the pictures of another reader.</summary>
internal sealed class OrientedReader : IFrameReader
{
    private static readonly RotateFlags[] Turns =
        [RotateFlags.Rotate90Clockwise, RotateFlags.Rotate180, RotateFlags.Rotate90Counterclockwise];

    private readonly IFrameReader reader;
    private readonly int quarterTurns;
    private readonly bool mirror;
    private readonly Mat picture = new();
    private readonly Mat turned = new();

    /// <summary>Wraps a reader.</summary>
    /// <param name="reader">The reader to wrap; disposed with this one.</param>
    /// <param name="quarterTurns">Number of clockwise quarter turns, 0 to 3.</param>
    /// <param name="mirror">Whether to swap left and right after the rotation.</param>
    public OrientedReader(IFrameReader reader, int quarterTurns, bool mirror)
    {
        (this.reader, this.quarterTurns, this.mirror) = (reader, quarterTurns, mirror);
        Info = quarterTurns % 2 == 0 ? reader.Info : reader.Info with { Width = reader.Info.Height, Height = reader.Info.Width };
    }

    /// <inheritdoc/>
    public StreamInfo Info { get; }

    /// <inheritdoc/>
    public bool Read(Mat image, out TimeSpan time)
    {
        if (!reader.Read(picture, out time))
            return false;
        var upright = picture;
        if (quarterTurns > 0)
        {
            Cv2.Rotate(picture, mirror ? turned : image, Turns[quarterTurns - 1]);
            upright = turned;
        }
        if (mirror)
            Cv2.Flip(upright, image, FlipMode.Y);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        reader.Dispose();
        picture.Dispose();
        turned.Dispose();
    }
}
