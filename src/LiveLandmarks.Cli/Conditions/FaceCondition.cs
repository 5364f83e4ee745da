using OpenCvSharp;

namespace LiveLandmarks.Cli.Conditions;

/// <summary>A condition under which faces are seen, and how to simulate it in an annotated picture.</summary>
/// <param name="Name">Such as <c>roll 45</c>.</param>
/// <param name="Make">Makes a picture and the landmarks in it from a picture (BGR, 8 bits) and its landmarks. The caller disposes the
/// new picture. The same input gives the same output.</param>
internal sealed record FaceCondition(string Name, Func<Mat, Landmark[], (Mat Picture, Landmark[] Points)> Make)
{
    private static readonly int[] Rolls = [0, 30, 45, 60, 90, 180];
    private static readonly int[] Sizes = [60, 40, 30, 20];

    /// <summary>All conditions that a scheme's landmarks allow. Masks and glasses need the 68 points of iBUG.</summary>
    /// <param name="scheme">The scheme of the annotations.</param>
    public static IReadOnlyList<FaceCondition> For(LandmarkScheme scheme) =>
    [
        .. Rolls.Select(degrees => new FaceCondition(
            $"roll {degrees}", (picture, points) => ConditionPainter.Roll(picture, points, degrees))),
        .. Sizes.Select(pixels => new FaceCondition($"{pixels} px", (picture, points) => ConditionPainter.Shrink(picture, points, pixels))),
        new("dim", (picture, points) => (ConditionPainter.Darken(picture, share: 0.2, gamma: 1.5), points)),
        new("dark", (picture, points) => (ConditionPainter.Darken(picture, share: 0.06, gamma: 2.2), points)),
        .. scheme == LandmarkScheme.Ibug68
            ? new FaceCondition[]
            {
                new("mask", (picture, points) => (ConditionPainter.Mask(picture, points), points)),
                new("shades", (picture, points) => (ConditionPainter.Shade(picture, points), points)),
            }
            : [],
    ];
}
