using LiveLandmarks.Training.Network;

namespace LiveLandmarks.Training.Data.Detection;

/// <summary>
/// The targets of the detector: one Gaussian per face in the score map, and around its center, where the Gaussian is at least one half, the
/// x and y offset of the face's center from the cell's center, and the logarithms of width and height, all in cells.
/// </summary>
internal static class DetectorTargets
{
    /// <summary>Sigma of a face's Gaussian as a share of its size, and its limits in cells.</summary>
    private const float SigmaShare = 0.1f, SmallestSigma = 1, LargestSigma = 2.5f;

    private const float Reach = 3, GeometryThreshold = 0.5f, WeightThreshold = 0.1f;

    /// <summary>Weight of a cell far from any face: 1 to 11, as in the loss map of AWing.</summary>
    private const float Background = 1f / 11;

    /// <summary>Renders the targets of a scene.</summary>
    /// <param name="scene">The faces of the scene.</param>
    /// <param name="stride">Pixels of the scene per cell.</param>
    /// <param name="size">Side of the map in cells.</param>
    /// <param name="targets">[5, size, size], written.</param>
    /// <param name="weights">The same shape, written: the weight of each cell for score and geometry, 0 to 1.</param>
    public static void Render(Scene scene, float stride, int size, Span<float> targets, Span<float> weights)
    {
        targets.Clear();
        weights.Clear();
        var cells = size * size;
        weights[..cells].Fill(Background);
        foreach (var face in scene.Unsure)
            Ignore(face, stride, size, weights);
        foreach (var face in scene.Faces)
            Render(face, stride, size, targets, weights);
    }

    private static void Ignore(FaceBox face, float stride, int size, Span<float> weights)
    {
        var (left, right) = Cells(face.X / stride, (face.X + face.Width) / stride, size);
        var (top, bottom) = Cells(face.Y / stride, (face.Y + face.Height) / stride, size);
        for (var v = top; v <= bottom; v++)
        {
            for (var u = left; u <= right; u++)
                weights[v * size + u] = 0;
        }
    }

    private static void Render(FaceBox face, float stride, int size, Span<float> targets, Span<float> weights)
    {
        var cells = size * size;
        var (x, y) = (face.CenterX / stride - 0.5f, face.CenterY / stride - 0.5f);
        var sigma = Math.Clamp(SigmaShare * MathF.Sqrt(face.Width * face.Height) / stride, SmallestSigma, LargestSigma);
        var (left, right) = Cells(x - Reach * sigma, x + Reach * sigma, size);
        var (top, bottom) = Cells(y - Reach * sigma, y + Reach * sigma, size);
        for (var v = top; v <= bottom; v++)
        {
            for (var u = left; u <= right; u++)
            {
                var cell = v * size + u;
                var score = MathF.Exp(((u - x) * (u - x) + (v - y) * (v - y)) / (-2 * sigma * sigma));
                if (score > WeightThreshold)
                    weights[cell] = 1;
                if (score <= targets[cell])
                    continue;
                targets[cell] = score;
                if (score < GeometryThreshold)
                    continue;
                ReadOnlySpan<float> geometry = [x - u, y - v, MathF.Log(face.Width / stride), MathF.Log(face.Height / stride)];
                for (var channel = 1; channel < FaceDetectorNetwork.Channels; channel++)
                    (targets[channel * cells + cell], weights[channel * cells + cell]) = (geometry[channel - 1], 1);
            }
        }
    }

    private static (int First, int Last) Cells(float from, float to, int size) =>
        (Math.Max(0, (int)MathF.Floor(from)), Math.Min(size - 1, (int)MathF.Ceiling(to)));
}
