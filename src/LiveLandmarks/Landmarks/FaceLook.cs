using LiveLandmarks.Diagnostics;
using OpenCvSharp;

namespace LiveLandmarks.Landmarks;

/// <summary>
/// Looks at a face again, in a crop that rolls with what was found the first time. Right landmarks are found again, and more confidently;
/// what the network saw in an upside-down face, a hand or a carpet stays faint.
/// </summary>
/// <param name="network">Finds the landmarks.</param>
/// <param name="detector">Says from which score on a box is a face.</param>
internal sealed class FaceLook(ILandmarkDetector network, IFaceDetector detector)
{
    private const int MostLooks = 3;

    // Shares of the score that the network takes for a face's.
    private const float LeastAtFirst = 0.8f;
    private const float Sure = 1.4f;

    // A face is rolled by no more than this against the picture in which the detector found it; radians.
    private const float MostRoll = 0.9f;

    // Below this roll, in radians, a first look is as good as another.
    private const float Level = 0.35f;

    // Mean distance of the landmarks of two looks that agree, as shares of the outer eye corners' distance.
    private const float SameLandmarks = 0.05f;
    private const float NearLandmarks = 0.1f;

    /// <summary>Looks again.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="box">Where the detector found something.</param>
    /// <param name="first">What the network found there.</param>
    /// <param name="clock">Told how long it takes.</param>
    /// <returns>The face; null where there is none, or where its landmarks are not to be trusted.</returns>
    public FaceFind? At(Mat image, RolledBox box, FaceLandmarks first, StageClock clock)
    {
        if (first.Score < LeastAtFirst * network.MinimumScore)
            return null;
        var (crop, again, difference) = LookUpright(image, first, clock);
        var isFaceAtFirst = box.Roll == 0 && FaceLocator.IsFace(first, network.MinimumScore);
        var firstDifference = Difference(first, again);
        var face = isFaceAtFirst && firstDifference <= SameLandmarks && MathF.Abs(first.Roll) <= Level ? first : again;
        if (difference > NearLandmarks || MathF.Abs(MathF.IEEERemainder(again.Roll - box.Roll, 2 * MathF.PI)) > MostRoll)
            return null;
        if (FaceLocator.IsFace(again, Sure * network.MinimumScore))
            return new FaceFind(face, again, IsSure: true);

        // A face half covered, say: no more confident than what is none, but all looks must agree, and it must not look like a face upside
        // down.
        var isLikely = isFaceAtFirst
            && box.Box.Score >= detector.MinimumScore
            && firstDifference <= NearLandmarks
            && FaceLocator.IsFace(again, network.MinimumScore);
        return isLikely && network.Locate(image, [crop with { Angle = crop.Angle + MathF.PI }], clock)[0].Score < again.Score
            ? new FaceFind(face, again, IsSure: false)
            : null;
    }

    /// <summary>Looks in the crop around what was found until a look finds the same again, or often enough.</summary>
    private (FaceCrop Crop, FaceLandmarks Face, float Difference) LookUpright(Mat image, FaceLandmarks face, StageClock clock)
    {
        for (var look = 1; ; look++)
        {
            var crop = FaceCrop.Upright(face, network.CropRule);
            var again = network.Locate(image, [crop], clock)[0];
            var difference = Difference(face, again);
            if (difference <= SameLandmarks || look == MostLooks)
                return (crop, again, difference);
            face = again;
        }
    }

    private static float Difference(FaceLandmarks a, FaceLandmarks b)
    {
        var sum = 0f;
        for (var i = 0; i < a.Points.Length; i++)
            sum += a.Points[i].DistanceTo(b.Points[i]);
        return sum / a.Points.Length / MathF.Max(1, b.InterOcularDistance);
    }
}
