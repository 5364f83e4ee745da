using OpenCvSharp;

namespace MakeClips;

/// <summary>Two faces of different sizes: they drift, change sides and leave; then the larger one comes back in two steps.</summary>
internal static class TwoFacesScript
{
    private static readonly Scalar OwnColors = Scalar.All(1);
    private static readonly Scalar CoolAndDark = new(0.96, 0.78, 0.68);

    /// <summary>Writes the script.</summary>
    /// <param name="portrait">BGR, 8 bits.</param>
    public static Clip Write(Mat portrait)
    {
        var large = new Route(
            X: new((0, 165), (3, 195), (5, 450), (5.5, 455), (7.1, 812), (8, 637), (9, 640), (10.5, 330), (10.8, 328)),
            Y: new((0, 238), (3, 226), (5, 236), (7.1, 228), (9, 222), (10.8, 234)),
            Scale: new((0, 1.36), (3, 1.42), (5, 1.38), (7.1, 1.42), (10.8, 1.4)),
            Roll: new((0, -4), (3, 3), (5, -3), (7.1, 4), (9, -3), (10.8, 2)));
        var small = new Route(
            X: new((0, 470), (3, 490), (5, 155), (5.6, 145), (7, -110)),
            Y: new((0, 205), (3, 218), (5, 208), (7, 214)),
            Scale: new((0, 0.88), (3, 0.86), (5, 0.89), (7, 0.87)),
            Roll: new((0, 5), (3, -4), (5, 4), (7, -4)));
        var backdrop = new Backdrop(
            1995, new Scalar(112, 124, 120),
            driftX: new((0, 90), (10.8, -90)),
            driftY: new((0, -40), (6, 40), (10.8, -20)));
        Actor[] rearFirst =
        [
            new(2, Cutout.Inside(portrait, BustOutline.Points, CoolAndDark), small),
            new(1, Cutout.Inside(portrait, BustOutline.Points, OwnColors), large),
        ];
        return new Clip("two-faces", 324, backdrop, rearFirst, new Curve((0, 0)));
    }
}

/// <summary>The outline of head, neck and collar in the portrait, drawn by hand.</summary>
internal static class BustOutline
{
    /// <summary>The polygon, clockwise from the top of the head.</summary>
    public static Point[] Points =>
    [
        new(232, 15), new(250, 18), new(272, 28), new(290, 44), new(298, 62), new(302, 85), new(299, 103),
        new(291, 117), new(280, 127), new(277, 135), new(269, 138), new(264, 150), new(258, 165), new(256, 173),
        new(268, 181), new(284, 195), new(296, 212), new(303, 232), new(304, 248), new(296, 270), new(278, 286),
        new(245, 294), new(210, 290), new(170, 273), new(142, 253), new(121, 225), new(113, 200), new(115, 188),
        new(124, 180), new(130, 165), new(142, 153), new(160, 148), new(183, 149), new(181, 132), new(174, 130),
        new(171, 120), new(162, 115), new(155, 103), new(152, 85), new(152, 65), new(160, 54), new(175, 45),
        new(190, 36), new(200, 27), new(215, 18),
    ];
}
