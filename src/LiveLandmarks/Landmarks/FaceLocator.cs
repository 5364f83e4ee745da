using LiveLandmarks.Detection;
using LiveLandmarks.Diagnostics;
using LiveLandmarks.Inference;
using LiveLandmarks.Models;
using Microsoft.Extensions.Logging;
using OpenCvSharp;

namespace LiveLandmarks.Landmarks;

/// <summary>
/// Combines detector and landmark network to find the faces of a still picture. A box counts as a face only if the landmark network agrees:
/// the mean height of its heatmap peaks decides, in a crop that rolls with the face. Not thread-safe.
/// </summary>
/// <param name="detector">Finds the boxes.</param>
/// <param name="network">Finds the landmarks.</param>
/// <param name="coarse">
/// Makes the localization two-stage (Feng et al., "Wing Loss", CVPR 2018, section 6): this detector processes the detected box first, and
/// <paramref name="network"/> then sees the level square around the landmarks found. May be <paramref name="network"/> itself; null for one
/// stage.
/// </param>
/// <param name="ownsParts">Whether detector and networks are disposed with the locator.</param>
public sealed class FaceLocator(IFaceDetector detector, ILandmarkDetector network, ILandmarkDetector? coarse = null, bool ownsParts = true)
    : IDisposable
{
    private const float SameFace = 0.3f;

    // A sure face suppresses unsure ones in a wide area around it: networks see such faces in hair and ears.
    private const float SamePlace = 0.1f;

    // Lowest score of a face that is in doubt in the dark, as a multiple of the network's lowest.
    private const float LikelyInDark = 1.2f;

    // If the landmark network confirms it, a box with a lower detector score is also a face.
    private const float LowestScore = 0.45f;

    private readonly FaceSearch search = new(detector);
    private readonly UprightCheck look = new(network, detector);
    private readonly Brightener brightener = new();

    /// <summary>The landmark network.</summary>
    public ILandmarkDetector Network => network;

    /// <summary>The detector.</summary>
    public IFaceDetector Detector => detector;

    /// <summary>Opens a detector and a landmark network.</summary>
    /// <param name="models">Which models to use, and from which folder.</param>
    /// <param name="options">Device and threads; null for the defaults.</param>
    /// <param name="loggers">Log which devices they run on; null to log nothing.</param>
    /// <param name="openDetector">Opens a detector of your own, which the locator disposes; null for that of the models.</param>
    /// <param name="openLandmarks">Opens a landmark detector of your own, which the locator disposes; null for the network of the
    /// models.</param>
    /// <exception cref="ModelException">There are no models, or they cannot be used.</exception>
    /// <exception cref="DeviceUnavailableException">The requested device does not work on this machine.</exception>
    public static FaceLocator Open(
        ModelChoice models, InferenceOptions? options = null, ILoggerFactory? loggers = null, Func<IFaceDetector>? openDetector = null,
        Func<ILandmarkDetector>? openLandmarks = null)
    {
        var detector = default(IFaceDetector);
        var landmarks = default(ILandmarkDetector);
        try
        {
            detector = openDetector?.Invoke()
                ?? new HeatmapFaceDetector(
                    Load(ModelKind.Detector, models.Detector), options, loggers?.CreateLogger<HeatmapFaceDetector>());
            landmarks = openLandmarks?.Invoke() ?? OpenNetwork(models.Landmarks, models.Decoding);
            var coarse = !models.TwoStage ? null : models.CoarseLandmarks is { } name ? OpenNetwork(name, null) : landmarks;
            return new FaceLocator(detector, landmarks, coarse);
        }
        catch
        {
            landmarks?.Dispose();
            detector?.Dispose();
            throw;
        }

        LandmarkNetwork OpenNetwork(string? name, HeatmapDecoding? decoding) =>
            new(Load(ModelKind.Landmarks, name), options, decoding, loggers?.CreateLogger<LandmarkNetwork>());

        ModelFile Load(ModelKind kind, string? name) => ModelCatalog.Open(models.Folder).Load(kind, name);
    }

    /// <summary>Finds the faces in an image, at every roll, in the dark, and from a size of about 20 pixels in an image of 1280.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="mostFaces">Examines at most this many boxes, best first, and as many boxes of rolled faces.</param>
    /// <returns>One entry per face; empty if there are no faces.</returns>
    public IReadOnlyList<FaceLandmarks> Find(Mat image, int mostFaces = 64)
    {
        var light = Brighten(image);
        var lowest = MathF.Min(LowestScore, detector.MinimumScore);
        List<FaceCandidate> finds = [];
        LookAt(light, detector.Detect(light, lowest).Take(mostFaces).Select(box => new RolledBox(box)), [], finds, StageClock.Ignored);
        if (mostFaces > 0)
        {
            LookAt(light, search.AtAllRolls(light, detector.MinimumScore).Take(mostFaces), [], finds, StageClock.Ignored);
            LookAt(light, search.Small(light, detector.MinimumScore).Take(mostFaces).Select(box => new RolledBox(box)), [], finds,
                StageClock.Ignored);
        }
        return Choose(finds);
    }

    /// <summary>
    /// Finds every place where a face may be, for uses that must not miss one. This includes faces that are rolled, small, dark or cut off
    /// by the picture's edge, but also many places without a face.
    /// </summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="lowestScore">The lowest detector score at which a box is reported, 0 to 1; boxes in rotated and enlarged pictures need
    /// a higher score.</param>
    /// <returns>Boxes in image pixels, best first; one face can have several.</returns>
    public IReadOnlyList<FaceBox> FindCandidates(Mat image, float lowestScore)
    {
        var light = Brighten(image);
        return search.Anywhere(light, detector.Detect(light, MathF.Min(lowestScore, detector.MinimumScore)), lowestScore, isStill: true);
    }

    /// <summary>The same for a frame of a stream, which is already bright enough and searched by the detector.</summary>
    internal IReadOnlyList<FaceBox> FindCandidates(Mat image, IReadOnlyList<FaceBox> upright, float lowestScore) =>
        search.Anywhere(image, upright, lowestScore, isStill: false);

    /// <summary>The picture, bright enough for the networks: the picture itself or, if it is dark, another that is valid until the next
    /// call.</summary>
    internal Mat Brighten(Mat image) => brightener.Brighten(image);

    /// <summary>
    /// Finds the faces in a frame of a stream, other than those already known, from a detector's boxes. While there is none, each call also
    /// examines one other roll and one part of the picture at twice the resolution. If a face is in doubt, it examines all rolls.
    /// </summary>
    internal IReadOnlyList<FaceLandmarks> Find(
        Mat image, IReadOnlyList<FaceBox> boxes, IReadOnlyList<FaceCrop> known, int mostFaces, StageClock clock, int turn = 0)
    {
        List<FaceCandidate> finds = [];
        var upright = boxes.Where(box => box.Score >= detector.MinimumScore).Select(box => new RolledBox(box));
        LookAt(image, upright.Where(box => !IsKnown(box)).Take(mostFaces), known, finds, clock);
        if (finds.Exists(find => !find.IsSure))
            LookAt(image, AtAllRolls().Take(mostFaces), known, finds, clock);
        else if (finds.Count == 0 && known.Count == 0)
            LookAt(image, AtOneRoll().Concat(InOnePart()).Take(mostFaces), known, finds, clock);
        return Choose(finds);

        bool IsKnown(RolledBox box) => known.Any(face => Overlap(face, FaceCrop.FromBox(box, network.CropRule)) > SameFace);
        IReadOnlyList<RolledBox> AtAllRolls()
        {
            using var timing = clock.Time(Stage.Detect);
            return search.AtAllRolls(image, detector.MinimumScore);
        }

        IReadOnlyList<RolledBox> AtOneRoll()
        {
            using var timing = clock.Time(Stage.Detect);
            return search.AtOneRoll(image, turn, detector.MinimumScore);
        }

        IEnumerable<RolledBox> InOnePart()
        {
            using var timing = clock.Time(Stage.Detect);
            return [.. search.SmallInOnePart(image, turn, detector.MinimumScore).Select(box => new RolledBox(box))];
        }
    }

    /// <summary>Finds the landmarks of faces that a detector found, in one stage or two.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="crops">The squares derived from the detector's boxes.</param>
    /// <returns>One set of landmarks per crop, in the order of the crops. A low score means that the crop shows no face.</returns>
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
        search.Dispose();
        brightener.Dispose();
        if (!ownsParts)
            return;
        detector.Dispose();
        network.Dispose();
        coarse?.Dispose();
    }

    /// <summary>Processes the boxes one by one: their number changes from picture to picture, and every batch size costs the network its
    /// own buffers and, on some devices, a session.</summary>
    private void LookAt(Mat image, IEnumerable<RolledBox> boxes, IReadOnlyList<FaceCrop> known, List<FaceCandidate> finds, StageClock clock)
    {
        foreach (var box in boxes)
        {
            var crop = FaceCrop.FromBox(box, network.CropRule);
            // Where a face is sure, other rolls and fainter boxes add nothing.
            var isSettled = (box.Roll != 0 || box.Box.Score < detector.MinimumScore)
                && finds.Exists(find => find.IsSure && find.Holds(box.Box.CenterX, box.Box.CenterY));
            if (isSettled || known.Any(face => Overlap(face, crop) > SameFace))
                continue;
            if (look.At(image, box, LocateFrom(image, [crop], clock)[0], clock) is { } find && IsLikely(find))
                finds.Add(find);
        }
    }

    /// <summary>In the dark, more looks like a face, so one that is in doubt needs a higher score in both looks.</summary>
    private bool IsLikely(FaceCandidate find) =>
        find.IsSure || !brightener.WasDark
        || MathF.Min(find.Face.Score, find.Upright.Score) >= LikelyInDark * network.MinimumScore;

    /// <summary>Several boxes can lead the network to the same face: the most confident result is kept.</summary>
    private FaceLandmarks[] Choose(List<FaceCandidate> finds)
    {
        List<FaceCandidate> kept = [];
        foreach (var find in finds.OrderByDescending(find => find.IsSure).ThenByDescending(find => find.Upright.Score))
        {
            if (!kept.Exists(better => IsSame(better, find)))
                kept.Add(find);
        }
        return [.. kept.Select(find => find.Face).OrderByDescending(face => face.Score)];
    }

    private bool IsSame(FaceCandidate a, FaceCandidate b) =>
        a.Face.Bounds.IntersectionOverUnion(b.Face.Bounds) > SameFace
        || (!(a.IsSure && b.IsSure)
            && Overlap(FaceCrop.FromLandmarks(a.Face.Points.AsSpan(), network.CropRule),
            FaceCrop.FromLandmarks(b.Face.Points.AsSpan(), network.CropRule)) > SamePlace);

    private FaceLandmarks[] LocateFrom(Mat image, IReadOnlyList<FaceCrop> crops, StageClock clock)
    {
        if (coarse is null || crops.Count == 0)
            return network.Locate(image, crops, clock);
        FaceCrop[] level = [.. coarse.Locate(image, crops, clock).Select(face => FaceCrop.Upright(face, network.CropRule))];
        return network.Locate(image, level, clock);
    }

    private static float Overlap(FaceCrop a, FaceCrop b) => a.ToBox().IntersectionOverUnion(b.ToBox());
}
