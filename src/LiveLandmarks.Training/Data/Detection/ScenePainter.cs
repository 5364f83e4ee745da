using OpenCvSharp;

namespace LiveLandmarks.Training.Data.Detection;

/// <summary>
/// Paints scenes with any number of faces from pictures that show one annotated face each: a grid of 1, 4, 9 or 16 cells over a background,
/// with a picture in most of them, scaled so that the size of its face is drawn uniformly on a logarithmic scale. Owns its buffers; not
/// thread-safe.
/// </summary>
internal sealed class ScenePainter : IDisposable
{
    private const int MaxReplacements = 100;
    private const float LargestShare = 0.8f, SmallestShare = 0.12f;

    // Shares of scenes with up to this many cells side by side.
    private static readonly float[] GridShares = [0.45f, 0.75f, 0.88f, 1];

    // A part of a background: its smallest share of the picture's shorter side, and its smallest side in pixels of the picture.
    private const float SmallestPart = 0.25f;
    private const int SmallestPartSide = 120;

    // A box around landmarks grows upward by this share, the forehead, to resemble a detector's box.
    private const float Forehead = 0.2f;

    private readonly IReadOnlyList<AnnotatedFace> faces;
    private readonly PictureStore pictures;
    private readonly IReadOnlyList<byte[]> backgrounds;
    private readonly BadPictures badPictures;
    private readonly SceneOptions options;
    private readonly Mat canvas;
    private readonly Mat flipped = new();
    private readonly Mat reduced = new();
    private readonly Mat matrix = new(2, 3, MatType.CV_64FC1, Scalar.All(0));

    public ScenePainter(IReadOnlyList<AnnotatedFace> faces, PictureStore pictures, IReadOnlyList<byte[]> backgrounds,
        BadPictures badPictures, SceneOptions options)
    {
        (this.faces, this.pictures, this.backgrounds, this.badPictures, this.options) =
            (faces, pictures, backgrounds, badPictures, options);
        canvas = new Mat(options.InputSize, options.InputSize, MatType.CV_8UC3, Scalar.Black);
    }

    /// <summary>Paints a scene.</summary>
    /// <param name="scene">Receives the painted faces.</param>
    /// <param name="random">The sample's random numbers.</param>
    /// <returns>BGR, 8 bits; valid until the next call.</returns>
    /// <exception cref="InputException">None of many pictures can be used; the message names one.</exception>
    public Mat Paint(Scene scene, SampleRandom random)
    {
        scene.Clear();
        PaintBackground(random);
        var share = random.Share();
        var cells = 1 + Array.FindIndex(GridShares, upTo => share < upTo);
        var side = options.InputSize / cells;
        for (var cell = 0; cell < cells * cells; cell++)
        {
            var (row, column) = Math.DivRem(cell, cells);
            if (random.Happens(options.FaceChance))
                PaintFace(new Rect(column * side, row * side, side, side), scene, random);
        }
        if (random.Happens(options.BarChance))
            PaintBar(scene, random);
        return canvas;
    }

    public void Dispose()
    {
        canvas.Dispose();
        flipped.Dispose();
        reduced.Dispose();
        matrix.Dispose();
    }

    private static FaceBox ToBox(Rect window) => new(window.X, window.Y, window.Width, window.Height);

    /// <summary>The face's box in its picture; without a detector's box, an estimate of it from the landmarks.</summary>
    private static FaceBox BoxOf(AnnotatedFace face)
    {
        if (face.Box is { } box)
            return box;
        var around = FaceBox.Around(face.Points);
        return around with { Y = around.Y - Forehead * around.Height, Height = (1 + Forehead) * around.Height };
    }

    private void PaintBackground(SampleRandom random)
    {
        canvas.SetTo(new Scalar(random.Below(256), random.Below(256), random.Below(256)));
        if (backgrounds.Count == 0)
            return;
        var index = random.Below(backgrounds.Count);
        using var picture = DecodeBackground(index);
        if (picture is null)
            return;
        var shorter = Math.Min(picture.Rows, picture.Cols);
        var smallest = Math.Min(1, MathF.Max(SmallestPart, SmallestPartSide / (float)shorter));
        var side = Math.Max(1, (int)(shorter * MathF.Pow(smallest, random.Share())));
        var part = new Rect(random.Below(picture.Cols - side + 1), random.Below(picture.Rows - side + 1), side, side);
        using (var chosen = new Mat(picture, part))
            Cv2.Resize(chosen, canvas, canvas.Size(), 0, 0, side > canvas.Cols ? InterpolationFlags.Area : InterpolationFlags.Linear);
        Turn(canvas, random.Below(8));
    }

    /// <summary>Rotates a square picture by 0 to 3 quarter turns, and mirrors it from number 4 on.</summary>
    private static void Turn(Mat picture, int number)
    {
        if (number % 4 != 0)
            Cv2.Rotate(picture, picture, (RotateFlags)(number % 4 - 1));
        if (number >= 4)
            Cv2.Flip(picture, picture, FlipMode.Y);
    }

    /// <summary>Decodes the picture; null, for a plain color, if it cannot be used.</summary>
    private Mat? DecodeBackground(int index)
    {
        try
        {
            return PictureBytes.Decode(backgrounds[index], options.Backgrounds[index]);
        }
        catch (InputException e)
        {
            badPictures.Add(faces.Count + options.Backgrounds.Count + index, e.Message);
            return null;
        }
    }

    /// <summary>The picture of a face, or of the next face whose picture can be used.</summary>
    private Mat LoadFace(ref int index)
    {
        for (var replacements = 0; ; replacements++, index = (index + 1) % faces.Count)
        {
            try
            {
                return PictureBytes.Decode(pictures.Load(index).Bytes, faces[index].ImagePath);
            }
            catch (InputException e) when (replacements < Math.Min(MaxReplacements, faces.Count - 1))
            {
                badPictures.Add(index, e.Message);
            }
        }
    }

    private void PaintFace(Rect cell, Scene scene, SampleRandom random)
    {
        var index = random.Below(faces.Count);
        using var picture = LoadFace(ref index);
        var box = BoxOf(faces[index]);
        FaceCovers.Draw(picture, faces[index].Scheme, faces[index].Points, options.Augmentation, covered: null, random);
        var source = picture;
        if (random.Happens(options.Augmentation.MirrorChance))
        {
            Cv2.Flip(picture, flipped, FlipMode.Y);
            (source, box) = (flipped, box with { X = picture.Cols - box.X - box.Width });
        }
        var smallest = MathF.Max(options.SmallestFace, SmallestShare * cell.Width);
        var size = smallest * MathF.Pow(LargestShare * cell.Width / smallest, random.Share());
        var scale = size / ((box.Width + box.Height) / 2);
        var turns = random.Happens(options.Augmentation.Rotation.Chance);
        var angle = (turns ? random.Around(options.Augmentation.Rotation.Amount) : 0) * MathF.PI / 180;
        var (x, y) = (random.Between(0.35f * size, cell.Width - 0.35f * size), random.Between(0.35f * size, cell.Height - 0.35f * size));

        using (var target = new Mat(canvas, cell))
            Warp(source, target, box, scale, angle, x, y);
        var painted = new FaceBox(
            cell.X + x - scale * box.Width / 2, cell.Y + y - scale * box.Height / 2, scale * box.Width, scale * box.Height);
        scene.Add(painted, ToBox(cell));
    }

    /// <summary>Draws a picture onto the target with the box's center at (x, y); a picture that shrinks much is averaged first.</summary>
    private unsafe void Warp(Mat source, Mat target, FaceBox box, float scale, float angle, float x, float y)
    {
        var factor = Math.Max(1, (int)(1 / scale));
        if (factor > 1)
        {
            Cv2.Resize(source, reduced, new Size(Math.Max(1, source.Cols / factor), Math.Max(1, source.Rows / factor)), 0, 0,
                InterpolationFlags.Area);
            source = reduced;
        }
        var (sine, cosine) = MathF.SinCos(angle);
        var (a, b) = (cosine / scale / factor, sine / scale / factor);
        var (centerX, centerY) = (box.CenterX / factor, box.CenterY / factor);
        var m = (double*)matrix.DataPointer;
        (m[0], m[1], m[2]) = (a, -b, centerX - a * x + b * y);
        (m[3], m[4], m[5]) = (b, a, centerY - b * x - a * y);
        Cv2.WarpAffine(source, target, matrix, target.Size(), InterpolationFlags.Linear | InterpolationFlags.WarpInverseMap,
            BorderTypes.Transparent, Scalar.Black);
    }

    /// <summary>Paints a black bar below or to the right, as in a detector's input of a picture between 16:9 and a square.</summary>
    private void PaintBar(Scene scene, SampleRandom random)
    {
        var size = options.InputSize;
        var kept = (int)(size * random.Between(9f / 16, 1));
        var below = random.Happens(0.7f);
        var (bar, window) = below
            ? (new Rect(0, kept, size, size - kept), new FaceBox(0, 0, size, kept))
            : (new Rect(kept, 0, size - kept, size), new FaceBox(0, 0, kept, size));
        if (bar.Width == 0 || bar.Height == 0)
            return;
        using (var covered = new Mat(canvas, bar))
            covered.SetTo(Scalar.Black);
        scene.CutTo(window);
    }
}
