using System.Numerics.Tensors;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// Pose-based data balancing (Feng et al., "Wing Loss", CVPR 2018, section 6): the shapes are aligned, projected onto their
/// first principal component, which is mostly the head's yaw, and faces in rarely filled bins are used several times.
/// </summary>
/// <param name="Bins">Number of bins of equal width.</param>
/// <param name="MostCopies">Largest number of times that a face is used in an epoch.</param>
public sealed record PoseBalance(int Bins = 9, int MostCopies = 8)
{
    private const int Alignments = 3;
    private const int Iterations = 50;

    /// <summary>How often each face is used in an epoch: often enough to fill its bin like the fullest one, at most
    /// <see cref="MostCopies"/>.</summary>
    /// <param name="faces">Faces of one scheme.</param>
    /// <returns>One number per face, at least 1.</returns>
    public int[] Copies(IReadOnlyList<AnnotatedFace> faces)
    {
        var poses = Project(faces);
        var (low, high) = (poses.Min(), poses.Max());
        if (!(high > low))
            return [.. faces.Select(_ => 1)];
        int[] bins = [.. poses.Select(pose => Math.Min(Bins - 1, (int)(Bins * (pose - low) / (high - low))))];
        var counts = new int[Bins];
        foreach (var bin in bins)
            counts[bin]++;
        var fullest = counts.Max();
        return [.. bins.Select(bin => Math.Clamp((int)Math.Round(fullest / (double)counts[bin]), 1, Math.Max(1, MostCopies)))];
    }

    /// <summary>The position of each face along the first principal component of the aligned shapes, in units of the mean shape's size; the
    /// sign is arbitrary.</summary>
    /// <param name="faces">Faces of one scheme.</param>
    public static double[] Project(IReadOnlyList<AnnotatedFace> faces)
    {
        var shapes = faces.Select(face => Normalized(face.Points)).ToArray();
        var mean = shapes[0];
        for (var round = 0; round < Alignments; round++)
        {
            for (var i = 0; i < shapes.Length; i++)
            {
                var onto = Similarity.Fit(shapes[i], mean);
                shapes[i] = Array.ConvertAll(shapes[i], onto.Apply);
            }
            mean = Normalized(Mean(shapes));
        }

        var center = Mean(shapes);
        double[][] rows = [.. shapes.Select(shape => Offsets(shape, center))];
        var axis = FirstAxis(rows);
        return [.. rows.Select(row => Dot(row, axis))];
    }

    private static Landmark[] Mean(Landmark[][] shapes)
    {
        var mean = new Landmark[shapes[0].Length];
        for (var i = 0; i < mean.Length; i++)
            mean[i] = new Landmark(shapes.Average(shape => shape[i].X), shapes.Average(shape => shape[i].Y), 1);
        return mean;
    }

    /// <summary>The shape centered on the origin, with a mean squared radius of 1.</summary>
    private static Landmark[] Normalized(Landmark[] shape)
    {
        var (x, y) = (shape.Average(point => point.X), shape.Average(point => point.Y));
        var radius = MathF.Sqrt(shape.Average(point => (point.X - x) * (point.X - x) + (point.Y - y) * (point.Y - y)));
        var scale = radius > 0 ? 1 / radius : 1;
        return Array.ConvertAll(shape, point => new Landmark((point.X - x) * scale, (point.Y - y) * scale, 1));
    }

    private static double[] Offsets(Landmark[] shape, Landmark[] center)
    {
        var row = new double[2 * shape.Length];
        for (var i = 0; i < shape.Length; i++)
            (row[2 * i], row[2 * i + 1]) = (shape[i].X - center[i].X, shape[i].Y - center[i].Y);
        return row;
    }

    /// <summary>Power iteration on the covariance matrix, which is not computed explicitly.</summary>
    private static double[] FirstAxis(double[][] rows)
    {
        var random = new SampleRandom(1, 0);
        var axis = new double[rows[0].Length];
        for (var i = 0; i < axis.Length; i++)
            axis[i] = random.Normal();
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var next = new double[axis.Length];
            foreach (var row in rows)
            {
                var along = Dot(row, axis);
                for (var i = 0; i < next.Length; i++)
                    next[i] += along * row[i];
            }
            var length = Math.Sqrt(Dot(next, next));
            if (length == 0)
                return axis;
            axis = Array.ConvertAll(next, value => value / length);
        }
        return axis;
    }

    private static double Dot(double[] a, double[] b) => TensorPrimitives.Dot<double>(a, b);
}
