using System.Collections.Immutable;
using OpenCvSharp;

namespace LiveLandmarks.Tracking;

/// <summary>
/// The looks of a face, in just enough detail to tell whether a face at some place is the one of the previous frame or somebody else's:
/// 16×16 cells of brightness, upright and independent of exposure, and the shape of its landmarks. Not suited to recognizing people: the
/// same face looks different half a second after it turns away. Owns its buffer; not thread-safe.
/// </summary>
internal sealed class FaceAppearance
{
    // Both figures are measured; docs/adr/0014-cuts.md describes what they tell apart.
    private const float MinCorrelation = 0.7f;
    private const float MaxResidue = 0.03f;

    // If both limits are passed, it is almost certainly another face and not the same one that has turned for a second.
    private const float OtherCorrelation = 0.5f;
    private const float OtherResidue = 0.03f;

    private const int Side = 16, Cells = Side * Side;

    // Number of points sampled in a cell, on each axis.
    private const int Points = 2;

    // In gray levels; below this deviation a face counts as flat.
    private const float MinDeviation = 3;

    private static readonly CropRule Tight = new(LandmarkFactor: 1, BoxFactor: 1, BoxCenterY: 0.5f);

    private readonly float[] cells = new float[Cells];
    private ImmutableArray<Landmark> landmarks = [];

    /// <summary>Whether the looks of a face were taken.</summary>
    public bool IsTaken => landmarks.Length > 0;

    /// <summary>Takes the looks of a face, in place of those taken before.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="face">The face in the image; its landmarks must not change afterwards.</param>
    public void Take(Mat image, FaceLandmarks face)
    {
        landmarks = face.Points;
        Sample(image, FaceCrop.Upright(face, Tight).ToImage(Side));
        var (sum, squares) = (0f, 0f);
        foreach (var cell in cells)
            (sum, squares) = (sum + cell, squares + cell * cell);
        var mean = sum / Cells;
        var scale = 1 / MathF.Max(MinDeviation, MathF.Sqrt(MathF.Max(0, squares / Cells - mean * mean)));
        for (var i = 0; i < Cells; i++)
            cells[i] = (cells[i] - mean) * scale;
    }

    /// <summary>Copies another appearance.</summary>
    public void Take(FaceAppearance other)
    {
        landmarks = other.landmarks;
        other.cells.CopyTo(cells, 0);
    }

    /// <summary>Whether this is the same face as another look, taken a moment earlier or later.</summary>
    public bool IsLike(FaceAppearance other) => Correlation(other) >= MinCorrelation && Residue(other) <= MaxResidue;

    /// <summary>Whether this can hardly be the face of another look from up to a second ago, even if that face has turned.</summary>
    public bool IsOther(FaceAppearance other) => Correlation(other) < OtherCorrelation && Residue(other) > OtherResidue;

    /// <summary>Correlation of the brightness, −1 to 1.</summary>
    private float Correlation(FaceAppearance other)
    {
        var sum = 0f;
        for (var i = 0; i < Cells; i++)
            sum += cells[i] * other.cells[i];
        return sum / Cells;
    }

    /// <summary>Root mean square distance between the landmarks after they are aligned, in face sizes (twice their root mean square
    /// distance from their center).</summary>
    private float Residue(FaceAppearance other)
    {
        if (landmarks.Length != other.landmarks.Length)
            return float.MaxValue;
        var fit = Similarity.Fit(other.landmarks.AsSpan(), landmarks.AsSpan());
        float x = 0, y = 0, residue = 0, radius = 0;
        foreach (var point in landmarks)
            (x, y) = (x + point.X / landmarks.Length, y + point.Y / landmarks.Length);
        for (var i = 0; i < landmarks.Length; i++)
        {
            var (fitted, point) = (fit.Apply(other.landmarks[i]), landmarks[i]);
            residue += (fitted.X - point.X) * (fitted.X - point.X) + (fitted.Y - point.Y) * (fitted.Y - point.Y);
            radius += (point.X - x) * (point.X - x) + (point.Y - y) * (point.Y - y);
        }
        return radius > 0 ? MathF.Sqrt(residue / radius) / 2 : float.MaxValue;
    }

    private unsafe void Sample(Mat image, Similarity toImage)
    {
        var data = image.DataPointer;
        var (step, channels) = (image.Step(), image.Channels());
        var origin = toImage.Apply(new Landmark(0.5f / Points, 0.5f / Points, 1));
        var (a, b) = (toImage.A / Points, toImage.B / Points);
        Array.Clear(cells);
        for (var j = 0; j < Side * Points; j++)
        {
            for (var i = 0; i < Side * Points; i++)
            {
                var x = Math.Clamp((int)(origin.X + a * i - b * j), 0, image.Cols - 1);
                var y = Math.Clamp((int)(origin.Y + b * i + a * j), 0, image.Rows - 1);
                var pixel = data + step * y + channels * x;
                cells[j / Points * Side + i / Points] += (pixel[0] + 2 * pixel[1] + pixel[2]) * (1f / (4 * Points * Points));
            }
        }
    }
}
