using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// Augments a crop's pixels in the order of their causes in a camera: covers of the face, resolution, focus and movement, compression.
/// Colors and noise follow in <see cref="PlaneWriter"/>. Owns its buffers; not thread-safe.
/// </summary>
internal sealed class PixelAugmenter(Augmentation augmentation) : IDisposable
{
    private const float AmountSize = 256;

    private readonly Mat small = new();
    private readonly Mat smooth = new();

    /// <summary>Augments a picture in place.</summary>
    /// <param name="picture">BGR, 8 bits, square.</param>
    /// <param name="covered">Takes the area of a covering rectangle; null where it does not matter.</param>
    /// <param name="random">The sample's random numbers.</param>
    public void Apply(Mat picture, CoveredAreas? covered, SampleRandom random)
    {
        var unit = picture.Cols / AmountSize;
        if (random.Happens(augmentation.Occlusion.Chance))
            Cover(picture, covered, random);
        if (random.Happens(augmentation.LowResolution.Chance))
            Coarsen(picture, random.Between(1, augmentation.LowResolution.Amount));
        if (random.Happens(augmentation.Blur.Chance))
            Blur(picture, unit * random.Between(0.2f, augmentation.Blur.Amount));
        if (random.Happens(augmentation.MotionBlur.Chance))
            Smear(picture, (int)MathF.Round(unit * random.Between(2, augmentation.MotionBlur.Amount)), random.Happens(0.5f));
        if (random.Happens(augmentation.Jpeg.Chance))
            Compress(picture, (int)(100 - random.Between(0, augmentation.Jpeg.Amount)));
    }

    public void Dispose()
    {
        small.Dispose();
        smooth.Dispose();
    }

    private static void Compress(Mat picture, int quality)
    {
        Cv2.ImEncode(".jpg", picture, out var bytes, new ImageEncodingParam(ImwriteFlags.JpegQuality, Math.Clamp(quality, 1, 100)));
        using var decoded = Cv2.ImDecode(bytes, ImreadModes.Color);
        decoded.CopyTo(picture);
    }

    /// <summary>Draws a rectangle of one color, of colored grain, or from another place of the same picture.</summary>
    private void Cover(Mat picture, CoveredAreas? covered, SampleRandom random)
    {
        var size = picture.Cols;
        var width = Math.Clamp((int)(size * random.Between(0.1f, augmentation.Occlusion.Amount)), 1, size);
        var height = Math.Clamp((int)(size * random.Between(0.1f, augmentation.Occlusion.Amount)), 1, size);
        var (left, top) = (random.Below(size) - width / 2, random.Below(size) - height / 2);
        var cover = new Rect(left, top, width, height).Intersect(new Rect(0, 0, size, size));
        var color = new Scalar(random.Below(256), random.Below(256), random.Below(256));
        var kind = random.Below(3);
        if (cover.Width <= 0 || cover.Height <= 0)
            return;

        covered?.Add([cover.TopLeft, new(cover.Right, cover.Top), cover.BottomRight, new(cover.Left, cover.Bottom)], 1);
        using var target = new Mat(picture, cover);
        if (kind == 0)
        {
            target.SetTo(color);
        }
        else if (kind == 1)
        {
            Speckle(target, color, random);
        }
        else
        {
            var from = new Rect(random.Below(size - cover.Width + 1), random.Below(size - cover.Height + 1), cover.Width, cover.Height);
            using var source = new Mat(picture, from);
            Cv2.Flip(source, small, FlipMode.XY);
            small.CopyTo(target);
        }
    }

    private static unsafe void Speckle(Mat target, Scalar color, SampleRandom random)
    {
        var (rows, columns) = (target.Rows, target.Cols);
        for (var y = 0; y < rows; y++)
        {
            var row = (byte*)target.Ptr(y);
            for (var x = 0; x < columns; x++)
            {
                var bits = random.Next();
                row[3 * x] = (byte)((int)color.Val0 + (byte)bits >> 1);
                row[3 * x + 1] = (byte)((int)color.Val1 + (byte)(bits >> 8) >> 1);
                row[3 * x + 2] = (byte)((int)color.Val2 + (byte)(bits >> 16) >> 1);
            }
        }
    }

    private void Coarsen(Mat picture, float factor)
    {
        var side = Math.Max(8, (int)(picture.Cols / factor));
        Cv2.Resize(picture, small, new Size(side, side), 0, 0, InterpolationFlags.Area);
        Cv2.Resize(small, picture, picture.Size(), 0, 0, InterpolationFlags.Linear);
    }

    private void Blur(Mat picture, float sigma)
    {
        Cv2.GaussianBlur(picture, smooth, new Size(0, 0), sigma);
        smooth.CopyTo(picture);
    }

    /// <summary>Blurs over an odd length, so that the picture does not shift.</summary>
    private void Smear(Mat picture, int length, bool across)
    {
        length |= 1;
        Cv2.Blur(picture, smooth, across ? new Size(length, 1) : new Size(1, length));
        smooth.CopyTo(picture);
    }
}
