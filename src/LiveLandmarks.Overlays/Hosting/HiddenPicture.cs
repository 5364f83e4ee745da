using OpenCvSharp;

namespace LiveLandmarks.Overlays.Hosting;

/// <summary>Makes a picture unrecognisable as a whole.</summary>
internal sealed class HiddenPicture : IDisposable
{
    // Cells across the longer side: a face that fills the picture gets fewer than it takes to know it.
    private const int Cells = 8;

    private readonly Mat small = new();

    /// <summary>Blurs everything.</summary>
    /// <param name="picture">Drawn upon.</param>
    public void Hide(Mat picture)
    {
        var cell = Math.Max(1, Math.Max(picture.Cols, picture.Rows) / Cells);
        Cv2.Resize(picture, small, new Size(Math.Max(1, picture.Cols / cell), Math.Max(1, picture.Rows / cell)), 0, 0,
            InterpolationFlags.Area);
        Cv2.Resize(small, picture, picture.Size(), 0, 0, InterpolationFlags.Linear);
    }

    /// <inheritdoc/>
    public void Dispose() => small.Dispose();
}
