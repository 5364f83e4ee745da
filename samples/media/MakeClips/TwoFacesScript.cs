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
