namespace LiveLandmarks;

/// <summary>
/// A scaling, rotation and shift of the plane: (x, y) maps to (A·x − B·y + Tx, B·x + A·y + Ty).
/// </summary>
/// <param name="A">Scale times cosine of the angle.</param>
/// <param name="B">Scale times sine of the angle.</param>
/// <param name="Tx">Shift to the right.</param>
/// <param name="Ty">Shift downwards.</param>
public readonly record struct Similarity(float A, float B, float Tx, float Ty)
{
    /// <summary>Factor by which lengths change.</summary>
    public float Scale => MathF.Sqrt(A * A + B * B);

    /// <summary>Angle in radians, from x towards y (clockwise on the screen).</summary>
    public float Angle => MathF.Atan2(B, A);

    /// <summary>Maps a landmark; its confidence does not change.</summary>
    /// <param name="p">The landmark.</param>
    public Landmark Apply(Landmark p) => new(A * p.X - B * p.Y + Tx, B * p.X + A * p.Y + Ty, p.Confidence);

    /// <summary>The transform that undoes this one.</summary>
    /// <exception cref="InvalidOperationException">The scale is 0.</exception>
    public Similarity Inverse()
    {
        var square = A * A + B * B;
        if (square == 0)
            throw new InvalidOperationException("A similarity of scale 0 has no inverse.");
        var (a, b) = (A / square, -B / square);
        return new Similarity(a, b, -(a * Tx - b * Ty), -(b * Tx + a * Ty));
    }

    /// <summary>The similarity that maps <paramref name="from"/> onto <paramref name="to"/> with the least squared error.</summary>
    /// <param name="from">At least two distinct points.</param>
    /// <param name="to">The same number of points.</param>
    /// <exception cref="ArgumentException">The lengths differ or are below two.</exception>
    public static Similarity Fit(ReadOnlySpan<Landmark> from, ReadOnlySpan<Landmark> to)
    {
        if (from.Length != to.Length || from.Length < 2)
            throw new ArgumentException("A similarity is fitted to two point lists of the same length, at least 2.", nameof(to));

        double fx = 0, fy = 0, tx = 0, ty = 0;
        for (var i = 0; i < from.Length; i++)
        {
            fx += from[i].X;
            fy += from[i].Y;
            tx += to[i].X;
            ty += to[i].Y;
        }
        (fx, fy, tx, ty) = (fx / from.Length, fy / from.Length, tx / from.Length, ty / from.Length);

        double dot = 0, cross = 0, square = 0;
        for (var i = 0; i < from.Length; i++)
        {
            double x = from[i].X - fx, y = from[i].Y - fy, u = to[i].X - tx, v = to[i].Y - ty;
            dot += x * u + y * v;
            cross += x * v - y * u;
            square += x * x + y * y;
        }
        if (square == 0)
            return new Similarity(1, 0, (float)(tx - fx), (float)(ty - fy));

        var (a, b) = (dot / square, cross / square);
        return new Similarity((float)a, (float)b, (float)(tx - a * fx + b * fy), (float)(ty - b * fx - a * fy));
    }
}
