using LiveLandmarks.Overlays;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Overlays;

/// <summary>
/// Pixels that an overlay hides, independent of the picture: the overlay draws onto a checkerboard of black and white pixels,
/// and well-hidden pixels turn grey.
/// </summary>
internal sealed class HiddenMask : IDisposable
{
    private const int AwayFromBlackAndWhite = 60;

    private readonly Mat board;
    private readonly Mat canvas = new();
    private readonly byte[] shades;

    public HiddenMask(int width, int height)
    {
        board = new Mat(height, width, MatType.CV_8UC3);
        shades = new byte[3 * width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                board.Set(y, x, (x + y) % 2 == 0 ? new Vec3b(0, 0, 0) : new Vec3b(255, 255, 255));
        }
    }

    /// <summary>Lets the overlay draw one frame.</summary>
    /// <param name="overlay">A started overlay.</param>
    /// <param name="frame">Faces, candidates and time of the frame; its canvas is not used.</param>
    public void Draw(IOverlay overlay, OverlayFrame frame)
    {
        board.CopyTo(canvas);
        overlay.Draw(frame with { Canvas = canvas });
        unsafe
        {
            new ReadOnlySpan<byte>(canvas.DataPointer, shades.Length).CopyTo(shades);
        }
    }

    /// <summary>Whether a pixel is hidden.</summary>
    public bool this[int x, int y] => Math.Abs(shades[3 * (y * board.Cols + x)] - 127.5) < 127.5 - AwayFromBlackAndWhite;

    /// <summary>Whether a point lies inside the picture and is visible.</summary>
    public bool Shows(Landmark point)
    {
        var (x, y) = ((int)MathF.Round(point.X), (int)MathF.Round(point.Y));
        return x >= 0 && y >= 0 && x < board.Cols && y < board.Rows && !this[x, y];
    }

    /// <summary>The share of the picture that is hidden and outside all boxes, 0 to 1.</summary>
    public double ShareOutside(params FaceBox[] boxes)
    {
        var count = 0;
        for (var y = 0; y < board.Rows; y++)
        {
            for (var x = 0; x < board.Cols; x++)
            {
                if (this[x, y] && !Array.Exists(boxes, box => x >= box.X && y >= box.Y && x < box.X + box.Width && y < box.Y + box.Height))
                    count++;
            }
        }
        return count / (double)(board.Rows * board.Cols);
    }

    public void Dispose()
    {
        board.Dispose();
        canvas.Dispose();
    }
}
