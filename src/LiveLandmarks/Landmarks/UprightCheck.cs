using LiveLandmarks.Diagnostics;
using OpenCvSharp;

namespace LiveLandmarks.Landmarks;

/// <summary>
/// Examines a face again, in a crop that rolls with the landmarks found first. Correct landmarks are found again, with higher confidence;
/// what the network sees in an upside-down face, a hand or a carpet keeps a low confidence.
/// </summary>
/// <param name="network">Finds the landmarks.</param>
/// <param name="detector">Gives the lowest score of a face.</param>
internal sealed class UprightCheck(ILandmarkDetector network, IFaceDetector detector)
{
    private const int MaxLooks = 3;

    // Shares of the lowest score that the network accepts for a face.
    private const float MinAtFirst = 0.8f;
    private const float Sure = 1.4f;

    // Largest roll of a face relative to the picture in which the detector found it, in radians.
    private const float MaxRoll = 0.9f;

    // Below this roll, in radians, a first look is as good as a second.
    private const float Level = 0.35f;

    // Mean distance between the landmarks of two looks that agree, as shares of the face's size: the root of width times height, of which
    // the distance between the outer eye corners is 0.6 in a frontal face, and next to nothing in a profile.
    private const float SameLandmarks = 0.03f;
    private const float NearLandmarks = 0.06f;

    /// <summary>Examines a face again.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="box">The detector's box.</param>
    /// <param name="first">The landmarks that the network found in it.</param>
    /// <param name="clock">Measures the time taken.</param>
    /// <returns>The face; null if there is none, or if its landmarks cannot be trusted.</returns>
    public FaceCandidate? At(Mat image, RolledBox box, FaceLandmarks first, StageClock clock)
    {
        if (first.Score < MinAtFirst * network.MinimumScore)
            return null;
        var (crop, again, difference) = LookUpright(image, first, clock);
        var isFaceAtFirst = box.Roll == 0 && FaceLocator.IsFace(first, network.MinimumScore);
        var firstDifference = Difference(first, again);
        var face = isFaceAtFirst && firstDifference <= SameLandmarks && MathF.Abs(first.Roll) <= Level ? first : again;
        if (difference > NearLandmarks || MathF.Abs(MathF.IEEERemainder(again.Roll - box.Roll, 2 * MathF.PI)) > MaxRoll)
            return null;
        if (FaceLocator.IsFace(again, Sure * network.MinimumScore))
            return new FaceCandidate(face, again, IsSure: true);

        // For example a half covered face: it has no more confidence than a false detection, but all looks must agree, and it must not look
        // like an upside-down face.
        var isLikely = isFaceAtFirst
            && box.Box.Score >= detector.MinimumScore
            && firstDifference <= NearLandmarks
            && FaceLocator.IsFace(again, network.MinimumScore);
        return isLikely && network.Locate(image, [crop with { Angle = crop.Angle + MathF.PI }], clock)[0].Score < again.Score
            ? new FaceCandidate(face, again, IsSure: false)
            : null;
    }

    /// <summary>Looks in the crop around the landmarks until a look finds the same ones again, or up to a limit.</summary>
    private (FaceCrop Crop, FaceLandmarks Face, float Difference) LookUpright(Mat image, FaceLandmarks face, StageClock clock)
    {
        for (var look = 1; ; look++)
        {
            var crop = FaceCrop.Upright(face, network.CropRule);
            var again = network.Locate(image, [crop], clock)[0];
            var difference = Difference(face, again);
            if (difference <= SameLandmarks || look == MaxLooks)
                return (crop, again, difference);
            face = again;
        }
    }

    private static float Difference(FaceLandmarks a, FaceLandmarks b)
    {
        var sum = 0f;
        for (var i = 0; i < a.Points.Length; i++)
            sum += a.Points[i].DistanceTo(b.Points[i]);
        var bounds = b.Bounds;
        return sum / a.Points.Length / MathF.Max(1, MathF.Sqrt(bounds.Width * bounds.Height));
    }
}
