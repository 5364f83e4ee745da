using OpenCvSharp;

namespace LiveLandmarks.Overlays.Hosting;

/// <summary>Blurs a whole picture beyond recognition.</summary>
internal sealed class HiddenPicture : IDisposable
{
    // Cells along the longer side: too few to recognize even a face that fills the picture.
    private const int Cells = 8;

    private readonly Mat small = new();

    /// <summary>Blurs the picture.</summary>
    /// <param name="picture">The picture; changed in place.</param>
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
