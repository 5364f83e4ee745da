using OpenCvSharp;

namespace MakeClips;

/// <summary>One face, always completely visible: it stands still, comes closer, tilts, moves quickly across and goes away.</summary>
internal static class CollinsScript
{
    /// <summary>Writes the script.</summary>
    /// <param name="portrait">BGR, 8 bits.</param>
    public static Clip Write(Mat portrait)
    {
        var route = new Route(
            X: new((0, 300), (1.1, 300), (2.6, 330), (3.5, 170), (4.1, 170), (6.4, 450), (8, 330)),
            Y: new((0, 225), (1.1, 225), (2.6, 250), (3.8, 215), (5.2, 235), (8, 220)),
            Scale: new((0, 1.2), (1.1, 1.2), (2.6, 1.8), (4.1, 1.1), (6.4, 1.1), (7.8, 0.77), (8, 0.77)),
            Roll: new((0, 0), (1.1, 0), (2.2, 10), (3.6, -20), (4.6, -6), (6.2, 20), (7.4, 0), (8, -4)));
        var backdrop = new Backdrop(
            1999, new Scalar(128, 116, 108),
            driftX: new((0, -120), (1.1, -120), (8, 120)),
            driftY: new((0, 40), (1.1, 40), (4.5, -50), (8, 60)));
        var blur = new Curve((1.3, 0), (2.2, 2.2), (3.1, 0), (6.2, 0), (6.9, 1.3), (7.6, 0));
        return new Clip("collins", 240, backdrop, [new Actor(1, Cutout.Whole(portrait), route)], blur);
    }
}
