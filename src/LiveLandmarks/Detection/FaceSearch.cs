using OpenCvSharp;

namespace LiveLandmarks.Detection;

/// <summary>
/// Shows a picture to a detector in several ways, because the detector knows only upright faces of a certain size: rotated in steps of 45°,
/// in parts at twice the resolution, and extended beyond its edges. A detector that finds faces at any roll can replace the rotations. Owns
/// its buffers; not thread-safe.
/// </summary>
/// <param name="detector">Finds upright faces; not disposed here.</param>
internal sealed class FaceSearch(IFaceDetector detector) : IDisposable
{
    /// <summary>Number of rolls to try besides 0.</summary>
    public const int Turns = 7;

    // In a rotated picture the detector has more false positives, because it was not trained on rotated pictures.
    private const float MinScoreOfTurned = 0.75f;
    private const float MinScoreOfPart = 0.4f;

    // Border is a share of the picture's longer side. A half face and its mirror image look like a whole but too narrow face, so its box
    // is enlarged.
    private const float Border = 0.15f;
    private const float GrowthAtEdge = 0.3f;

    // At the edge: lowest score, and growth along the edge. In a stream, faces that come and go are found once more of them is visible; see
    // LookAhead.
    private static readonly (float Score, float Growth) AtEdgeOfStill = (0.4f, GrowthAtEdge), AtEdgeOfStream = (0.75f, 0.08f);

    private readonly TurnedPicture turned = new();
    private readonly PictureParts parts = new();

    /// <summary>Looks for rolled faces.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="lowestScore">The lowest score at which a box is reported.</param>
    /// <returns>Boxes, best first; one face is found at up to three neighboring rolls.</returns>
    public IReadOnlyList<RolledBox> AtAllRolls(Mat image, float lowestScore)
    {
        turned.Take(image);
        return [.. Enumerable.Range(0, Turns).SelectMany(turn => LookTurned(turn, lowestScore)).OrderByDescending(
            found => found.Box.Score)];
    }

    /// <summary>Looks for faces at one roll.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="turn">Selects the roll: <see cref="Turns"/> consecutive numbers cover all rolls.</param>
    /// <param name="lowestScore">The lowest score at which a box is reported.</param>
    public IReadOnlyList<RolledBox> AtOneRoll(Mat image, int turn, float lowestScore)
    {
        turned.Take(image);
        return [.. LookTurned((int)((uint)turn % Turns), lowestScore)];
    }

    /// <summary>Looks for small faces at up to four times the resolution at which the detector sees the whole picture.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="lowestScore">The lowest score at which a box is reported.</param>
    /// <returns>Boxes in image pixels, best first; one face can have several.</returns>
    public IReadOnlyList<FaceBox> Small(Mat image, float lowestScore) =>
        [.. InParts(image, lowestScore, PictureParts.Fourfold).OrderByDescending(box => box.Score)];

    /// <summary>Looks for small faces at twice the resolution in one part of the picture.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="turn">Selects the part: consecutive numbers go through the parts in order.</param>
    /// <param name="lowestScore">The lowest score at which a box is reported.</param>
    /// <returns>Boxes in image pixels.</returns>
    public IReadOnlyList<FaceBox> SmallInOnePart(Mat image, int turn, float lowestScore) =>
        [.. InParts(image, lowestScore, PictureParts.Double, turn)];

    /// <summary>Finds every place where a face may be, including rolled and small faces and faces cut off by the edge of the
    /// picture.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="upright">The detector's boxes in the picture as it is.</param>
    /// <param name="lowestScore">The lowest score at which a box is reported.</param>
    /// <param name="isStill">Whether the picture is a single one and not part of a stream.</param>
    /// <returns>Boxes in image pixels, best first; one face can have several.</returns>
    public IReadOnlyList<FaceBox> Anywhere(Mat image, IReadOnlyList<FaceBox> upright, float lowestScore, bool isStill)
    {
        List<FaceBox> boxes = [.. upright];
        Add(AtAllRolls(image, MinScoreOfTurned).Select(found => found.Bounds), MinScoreOfTurned);
        Add(InParts(image, MinScoreOfPart, PictureParts.Double), MinScoreOfPart);
        boxes.AddRange(AtEdges(image, isStill ? AtEdgeOfStill : AtEdgeOfStream).Select(box => box with { Score = lowestScore }));
        boxes.Sort((a, b) => b.Score.CompareTo(a.Score));
        return boxes;

        // All reported scores use the scale of the picture as it is. Squared, because a box that only just passes is seldom a face here.
        void Add(IEnumerable<FaceBox> found, float least) => boxes.AddRange(found
            .Where(box => box.Score >= least)
            .Select(box => box with { Score = lowestScore + MathF.Pow((box.Score - least) / (1 - least), 2) * (1 - lowestScore) }));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        turned.Dispose();
        parts.Dispose();
    }

    /// <summary>The box around the mapped center; its size is scaled, its sides stay level.</summary>
    private static FaceBox InImage(FaceBox box, Similarity toImage)
    {
        var center = toImage.Apply(new Landmark(box.CenterX, box.CenterY, 1));
        var (width, height) = (toImage.Scale * box.Width, toImage.Scale * box.Height);
        return box with { X = center.X - width / 2, Y = center.Y - height / 2, Width = width, Height = height };
    }

    private IEnumerable<RolledBox> LookTurned(int turn, float lowestScore)
    {
        var roll = (turn + 1) * 2 * MathF.PI / (Turns + 1);
        var boxes = detector.Detect(turned.Turn(roll), lowestScore);
        var toImage = turned.ToImage;
        return boxes.Where(box => box.Score >= lowestScore).Select(box => new RolledBox(InImage(box, toImage), roll));
    }

    private IEnumerable<FaceBox> InParts(Mat image, float lowestScore, int longestSide, int? turn = null)
    {
        foreach (var (part, toImage) in parts.Of(image, longestSide, turn))
        {
            foreach (var box in detector.Detect(part, lowestScore))
            {
                if (box.Height < PictureParts.LargestFace)
                    yield return InImage(box, toImage);
            }
        }
    }

    /// <summary>Boxes that cross the edge of the picture, found by showing the picture together with its mirror image.</summary>
    private IEnumerable<FaceBox> AtEdges(Mat image, (float Score, float Growth) beside)
    {
        turned.Take(image);
        var boxes = detector.Detect(turned.Turn(0, Border, mirror: true), beside.Score);
        var toImage = turned.ToImage;
        foreach (var box in boxes.Select(box => InImage(box, toImage)))
        {
            var (left, above, right, below) = (box.X < 0, box.Y < 0, box.X + box.Width > image.Cols, box.Y + box.Height > image.Rows);
            if (box.ShareInside(new FaceBox(0, 0, image.Cols, image.Rows)) is not > 0 || !(left || above || right || below))
                continue;
            var (width, height) = ((left || right ? GrowthAtEdge : beside.Growth) * box.Width,
                (above || below ? GrowthAtEdge : beside.Growth) * box.Height);
            yield return new FaceBox(box.X - width, box.Y - height, box.Width + 2 * width, box.Height + 2 * height, box.Score);
        }
    }
}
