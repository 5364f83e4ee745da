using LiveLandmarks.Capture;
using OpenCvSharp;

namespace LiveLandmarks.Cli;

/// <summary>Tiles every picture several times into one, row by row, so that one face becomes many.</summary>
/// <param name="reader">The source; disposed with this reader.</param>
/// <param name="count">Number of copies, at least 1.</param>
internal sealed class TiledReader(IFrameReader reader, int count) : IFrameReader
{
    private readonly int columns = (int)Math.Ceiling(Math.Sqrt(count));
    private readonly Mat picture = new();

    /// <inheritdoc/>
    public StreamInfo Info => reader.Info with { Width = columns * reader.Info.Width, Height = Rows * reader.Info.Height };

    private int Rows => (count + columns - 1) / columns;

    /// <inheritdoc/>
    public bool Read(Mat image, out TimeSpan time)
    {
        if (!reader.Read(picture, out time))
            return false;
        var (width, height) = (picture.Cols, picture.Rows);
        image.Create(Rows * height, columns * width, picture.Type());
        for (var i = 0; i < columns * Rows; i++)
        {
            using var tile = new Mat(image, new Rect(i % columns * width, i / columns * height, width, height));
            if (i < count)
                picture.CopyTo(tile);
            else
                tile.SetTo(Scalar.Black);
        }
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        reader.Dispose();
        picture.Dispose();
    }
}
