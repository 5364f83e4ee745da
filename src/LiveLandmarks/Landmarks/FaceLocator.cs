using LiveLandmarks.Detection;
using LiveLandmarks.Geometry;
using LiveLandmarks.Pipeline;
using OpenCvSharp;

namespace LiveLandmarks.Landmarks;

/// <summary>
/// Detector and landmark network together: the faces of a still picture. A box counts as a face only when the landmark
/// network agrees, by the mean height of its heatmap peaks. Not thread-safe.
/// </summary>
/// <param name="detector">Finds the boxes.</param>
/// <param name="network">Finds the landmarks.</param>
/// <param name="coarse">
/// Makes the localisation one of two stages (Feng et al., "Wing Loss", CVPR 2018, section 6): looks at the detector's box first, and
/// <paramref name="network"/> sees the level square around what it found. May be <paramref name="network"/> itself; null for one stage.
/// </param>
/// <param name="ownsParts">Whether detector and networks are disposed with the locator.</param>
public sealed class FaceLocator(IFaceDetector detector, LandmarkNetwork network, LandmarkNetwork? coarse = null, bool ownsParts = true) : IDisposable
{
    private const float SameFace = 0.3f;

    /// <summary>The landmark network.</summary>
    public LandmarkNetwork Network => network;

    /// <summary>The detector.</summary>
    public IFaceDetector Detector => detector;

    /// <summary>Finds the faces of a picture.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="mostFaces">Look at no more than this many boxes, best first.</param>
    /// <returns>One entry a face; empty where there is none.</returns>
    public IReadOnlyList<FaceLandmarks> Find(Mat image, int mostFaces = 64) => Find(image, detector.Detect(image), [], mostFaces, StageClock.Ignored);

    /// <summary>Finds the faces of a picture, given a detector's boxes, besides those already known.</summary>
    internal IReadOnlyList<FaceLandmarks> Find(Mat image, IReadOnlyList<FaceBox> boxes, IReadOnlyList<FaceCrop> known, int mostFaces, StageClock clock)
    {
        List<FaceCrop> crops = [];
        foreach (var box in boxes.Where(box => box.Score >= detector.MinimumScore))
        {
            var crop = FaceCrop.FromBox(box, network.CropRule);
            if (crops.Count < mostFaces && !known.Any(face => Overlap(face, crop)))
                crops.Add(crop);
        }

        // One by one: how many boxes there are changes from picture to picture, and every batch size costs the network buffers of its own,
        // on some devices a session. Two boxes can lead the network to one face: the more confident stays.
        FaceLandmarks[] faces = [.. crops.Select(crop => LocateFrom(image, [crop], clock)[0]).Where(face => IsFace(face, network.MinimumScore))];
        return NonMaximumSuppression.Keep(faces, face => face.Bounds, SameFace);
    }

    /// <summary>Finds the landmarks of faces that a detector found, in one stage or two.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="crops">The squares from the detector's boxes.</param>
    /// <returns>As many faces, in the order of the crops, whether or not the crop shows one: look at the score.</returns>
    public FaceLandmarks[] LocateFrom(Mat image, IReadOnlyList<FaceCrop> crops) => LocateFrom(image, crops, StageClock.Ignored);

    /// <summary>Whether landmarks look like a face: confident, and of a size that a face has in its crop.</summary>
    internal static bool IsFace(FaceLandmarks face, float minimumScore)
    {
        var bounds = face.Bounds;
        return bounds.Score >= minimumScore && MathF.Min(bounds.Width, bounds.Height) > 0.25f * MathF.Max(bounds.Width, bounds.Height);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!ownsParts)
            return;
        detector.Dispose();
        network.Dispose();
        coarse?.Dispose();
    }

    private FaceLandmarks[] LocateFrom(Mat image, IReadOnlyList<FaceCrop> crops, StageClock clock)
    {
        if (coarse is null || crops.Count == 0)
            return network.Locate(image, crops, clock);
        FaceCrop[] level = [.. coarse.Locate(image, crops, clock).Select(face => FaceCrop.Upright(face, network.CropRule))];
        return network.Locate(image, level, clock);
    }

    private static bool Overlap(FaceCrop a, FaceCrop b) => a.ToBox().IntersectionOverUnion(b.ToBox()) > SameFace;
}
