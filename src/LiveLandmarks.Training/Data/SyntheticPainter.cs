using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>Draws a face around its landmarks: at twice the size, then scaled down and lit from a side. Owns its buffers; not
/// thread-safe.</summary>
/// <param name="size">Side of the picture in pixels.</param>
internal sealed class SyntheticPainter(int size) : IDisposable
{
    private const int Shift = 4;
    private const int Oversampling = 2;

    private readonly Mat canvas = new(Oversampling * size, Oversampling * size, MatType.CV_8UC3);
    private readonly Mat picture = new(size, size, MatType.CV_8UC3);
    private readonly List<Point2f> samples = [];

    /// <summary>Draws a face.</summary>
    /// <param name="face">The 68 landmarks in pixels.</param>
    /// <param name="skull">The outline that closes the jaw, from the right of the picture over the top.</param>
    /// <param name="random">Chooses colors, background and light.</param>
    /// <returns>BGR, 8 bits; valid until the next call.</returns>
    public Mat Paint(ReadOnlySpan<Landmark> face, ReadOnlySpan<Landmark> skull, SampleRandom random)
    {
        var skin = Skin(random);
        var hair = new Scalar(random.Below(90), random.Below(100), random.Below(130));
        var unit = face[36].DistanceTo(face[45]) + face[27].DistanceTo(face[8]);

        PaintBackground(random);
        Landmark[] head = [.. face[..17], .. skull];
        PaintHair(head, face[27], hair, random);
        Fill(head, skin);
        PaintFringe(skull, face[27], hair, random.Between(0.25f, 0.6f));
        PaintEye(face[36..42], random);
        PaintEye(face[42..48], random);
        Stroke(face[17..22], Darker(hair, 0.8f), 0.05f * unit);
        Stroke(face[22..27], Darker(hair, 0.8f), 0.05f * unit);
        Stroke(face[27..31], Darker(skin, 0.82f), 0.02f * unit);
        Stroke(face[31..36], Darker(skin, 0.6f), 0.022f * unit);
        Fill(face[48..60], Lips(skin, random));
        if (face[62].DistanceTo(face[66]) > 0.03f * unit)
            Fill(face[60..68], new Scalar(30, 20, 70));
        Stroke([face[60], face[61], face[62], face[63], face[64]], new Scalar(35, 25, 90), 0.01f * unit);
        Stroke([face[60], face[67], face[66], face[65], face[64]], new Scalar(35, 25, 90), 0.01f * unit);

        Cv2.Resize(canvas, picture, new Size(size, size), 0, 0, InterpolationFlags.Area);
        Light(random);
        return picture;
    }

    public void Dispose()
    {
        canvas.Dispose();
        picture.Dispose();
    }

    private static Scalar Darker(Scalar color, float factor) => new(color.Val0 * factor, color.Val1 * factor, color.Val2 * factor);

    private static Scalar Skin(SampleRandom random)
    {
        var tone = random.Between(0.3f, 1);
        return new Scalar(165 * tone + random.Around(15), 190 * tone + random.Around(15), 235 * tone + random.Around(15));
    }

    private static Scalar Lips(Scalar skin, SampleRandom random) =>
        new(skin.Val0 * 0.65, skin.Val1 * 0.6, Math.Min(255, skin.Val2 * random.Between(0.8f, 1)));

    private static Landmark Towards(Landmark from, Landmark to, float share) =>
        new(from.X + share * (to.X - from.X), from.Y + share * (to.Y - from.Y), 1);

    private void PaintBackground(SampleRandom random)
    {
        canvas.SetTo(new Scalar(random.Below(256), random.Below(256), random.Below(256)));
        var shapes = 3 + random.Below(10);
        for (var i = 0; i < shapes; i++)
        {
            var color = new Scalar(random.Below(256), random.Below(256), random.Below(256));
            var (x, y) = (random.Below(canvas.Cols), random.Below(canvas.Rows));
            var (width, height) = (4 + random.Below(canvas.Cols / 2), 4 + random.Below(canvas.Rows / 2));
            if (random.Happens(0.5f))
                Cv2.Rectangle(canvas, new Rect(x - width / 2, y - height / 2, width, height), color, -1);
            else
                Cv2.Ellipse(canvas, new Point(x, y), new Size(width / 2, height / 2), random.Below(180), 0, 360, color, -1);
        }
    }

    private void PaintHair(Landmark[] head, Landmark middle, Scalar hair, SampleRandom random)
    {
        var (above, below) = (-random.Between(0.08f, 0.25f), random.Happens(0.4f) ? -random.Between(0.1f, 0.3f) : 0.1f);
        Fill([.. head.Select((point, i) => Towards(point, middle, i < 17 ? below * MathF.Abs(i - 8) / 8 : above))], hair);
    }

    private void PaintFringe(ReadOnlySpan<Landmark> skull, Landmark middle, Scalar hair, float depth)
    {
        var fringe = new List<Landmark>();
        foreach (var point in skull)
            fringe.Add(Towards(point, middle, -0.04f));
        for (var i = skull.Length - 1; i >= 0; i--)
        {
            var across = (i + 0.5f) / skull.Length - 0.5f;
            fringe.Add(Towards(skull[i], middle, depth * (1 - 4 * across * across)));
        }
        Fill([.. fringe], hair);
    }

    private void PaintEye(ReadOnlySpan<Landmark> eye, SampleRandom random)
    {
        var iris = new Scalar(random.Below(140), random.Below(120), random.Below(100));
        var height = (eye[1].DistanceTo(eye[5]) + eye[2].DistanceTo(eye[4])) / 2;
        Fill(eye, new Scalar(235, 238, 240));
        var center = Towards(Towards(eye[1], eye[4], 0.5f), Towards(eye[2], eye[5], 0.5f), 0.5f);
        Disc(center, 0.46f * height, iris);
        Disc(center, 0.2f * height, Scalar.Black);
        Stroke([eye[0], eye[1], eye[2], eye[3]], new Scalar(30, 25, 30), MathF.Max(0.7f, 0.03f * eye[0].DistanceTo(eye[3])));
        Stroke([eye[0], eye[5], eye[4], eye[3]], new Scalar(60, 55, 70), MathF.Max(0.5f, 0.02f * eye[0].DistanceTo(eye[3])));
    }

    private void Disc(Landmark center, float radius, Scalar color)
    {
        if (radius > 0.5f)
            Cv2.Circle(canvas, OnCanvas(center.X, center.Y), (int)(radius * Oversampling * (1 << Shift)), color, -1,
                LineTypes.AntiAlias, Shift);
    }

    private void Fill(ReadOnlySpan<Landmark> outline, Scalar color) =>
        Cv2.FillPoly(canvas, [Curve(outline, closed: true)], color, LineTypes.AntiAlias, Shift);

    private void Stroke(ReadOnlySpan<Landmark> line, Scalar color, float width) => Cv2.Polylines(
        canvas, [Curve(line, closed: false)], false, color, Math.Max(1, (int)MathF.Round(Oversampling * width)),
        LineTypes.AntiAlias, Shift);

    /// <summary>A smooth line through landmarks, so that every landmark lies exactly on what is drawn.</summary>
    private Point[] Curve(ReadOnlySpan<Landmark> points, bool closed)
    {
        Span<Point2f> knots = stackalloc Point2f[points.Length];
        for (var i = 0; i < points.Length; i++)
            knots[i] = new Point2f(points[i].X, points[i].Y);
        CatmullRom.Sample(knots, closed, 1, samples);
        return [.. samples.Select(sample => OnCanvas(sample.X, sample.Y))];
    }

    /// <summary>The center of picture pixel x is the middle between canvas pixels 2x and 2x + 1.</summary>
    private static Point OnCanvas(float x, float y)
    {
        const float Middle = (Oversampling - 1) / 2f;
        return new Point((int)MathF.Round((Oversampling * x + Middle) * (1 << Shift)),
            (int)MathF.Round((Oversampling * y + Middle) * (1 << Shift)));
    }

    private unsafe void Light(SampleRandom random)
    {
        var (across, down, grain) = (random.Around(0.5f), random.Around(0.4f), random.Between(0, 14));
        for (var y = 0; y < size; y++)
        {
            var row = (byte*)picture.Ptr(y);
            for (var x = 0; x < size; x++)
            {
                var light = 1 + across * (x / (float)size - 0.5f) + down * (y / (float)size - 0.5f);
                var noise = grain * (random.Share() + random.Share() - 1);
                for (var channel = 0; channel < 3; channel++)
                    row[3 * x + channel] = (byte)Math.Clamp(light * row[3 * x + channel] + noise, 0, 255);
            }
        }
    }
}
