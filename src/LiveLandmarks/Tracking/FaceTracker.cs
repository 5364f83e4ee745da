using LiveLandmarks.Geometry;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Pipeline;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenCvSharp;

namespace LiveLandmarks.Tracking;

/// <summary>
/// Follows faces through a stream, frame by frame: the crop of each face comes from its last landmarks, and the detector
/// looks for others now and then. The synchronous core of the pipeline, for one stream.
/// </summary>
public sealed class FaceTracker : IDisposable
{
    private const float SameFace = 0.35f;
    private const float LongestReturn = 1.2f;

    // Boxes looked at beyond the faces still wanted, since some turn out to be no face.
    private const int SpareBoxes = 2;

    private readonly FaceLocator locator;
    private readonly bool ownsLocator;
    private readonly FaceTrackerOptions options;
    private readonly ILogger logger;
    private readonly List<FaceTrack> tracks = [];
    private readonly List<FaceTrack> lost = [];
    private readonly List<FaceCrop> crops = [];
    private readonly Lock gate = new();
    private TimeSpan? lastDetection;
    private int lastId;
    private int searches;
    private bool disposed;

    /// <summary>Makes a tracker.</summary>
    /// <param name="locator">Detector and network.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="ownsLocator">
    /// Whether the locator is disposed with the tracker. A locator may serve several trackers, whose calls the caller then keeps apart:
    /// it is not thread-safe.
    /// </param>
    /// <param name="logger">Told, at debug level, when a face begins, is lost, comes back and is forgotten; null for nobody.</param>
    public FaceTracker(FaceLocator locator, FaceTrackerOptions? options = null, bool ownsLocator = true, ILogger? logger = null)
    {
        this.ownsLocator = ownsLocator;
        this.locator = locator;
        this.options = options ?? new FaceTrackerOptions();
        this.logger = logger ?? NullLogger.Instance;
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.MaxFaces, 1);
        // A field of view out of range is said now, not at the first frame.
        this.options.CameraFor(1, 1);
    }

    /// <summary>Adds up how long the stages take, until it is reset.</summary>
    public StageClock Clock { get; } = new();

    /// <summary>
    /// Where there may be a face in the frame processed last, whether or not one is followed there: boxes in image pixels, best first.
    /// Null unless <see cref="FaceTrackerOptions.Watchful"/>, and before the first frame: nobody looked. The list may be kept.
    /// </summary>
    public IReadOnlyList<FaceBox>? Candidates { get; private set; }

    /// <summary>Finds the faces of the stream's next frame.</summary>
    /// <param name="image">BGR, 8 bits; sizes may change within a stream.</param>
    /// <param name="time">When the frame was captured, from the start of the stream.</param>
    /// <returns>The faces in view, by id. The list is new for every frame and may be kept.</returns>
    /// <exception cref="ObjectDisposedException">The tracker was disposed.</exception>
    public IReadOnlyList<TrackedFace> Process(Mat image, TimeSpan time)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            Candidates = null;
            image = locator.Brighten(image);
            Forget(time);
            var anyLost = Follow(image, time);
            var isSearchDue = IsDetectionDue(time, anyLost);
            var boxes = isSearchDue || options.Watchful ? Detect(image) : [];
            if (isSearchDue)
                Search(image, boxes, time);
            if (options.Watchful)
                Candidates = FindCandidates(image, boxes);

            var faces = Measure(CameraFor(image));
            PipelineMetrics.FrameProcessed(faces.Length);
            return faces;
        }
    }

    /// <summary>The camera that poses in a picture refer to.</summary>
    /// <param name="image">A picture of the stream.</param>
    public CameraIntrinsics CameraFor(Mat image) => options.CameraFor(image.Cols, image.Rows);

    /// <summary>Waits for a frame in progress, then closes the networks where they are its own: a pipeline that failed may still have one under way.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (disposed)
                return;
            disposed = true;
            if (ownsLocator)
                locator.Dispose();
        }
    }

    private TrackedFace[] Measure(CameraIntrinsics camera)
    {
        using var timing = Clock.Time(Stage.Track);
        var faces = new TrackedFace[tracks.Count];
        for (var i = 0; i < faces.Length; i++)
            faces[i] = tracks[i].Measure(camera);
        return faces;
    }

    private void Forget(TimeSpan time)
    {
        for (var i = lost.Count - 1; i >= 0; i--)
        {
            if (time - lost[i].LastSeen <= options.Memory)
                continue;
            logger.FaceForgotten(lost[i].Id);
            lost.RemoveAt(i);
        }
    }

    /// <summary>Looks for every followed face where it should be now; true when one was lost.</summary>
    private bool Follow(Mat image, TimeSpan time)
    {
        crops.Clear();
        foreach (var track in tracks)
            crops.Add(track.PredictCrop(time, locator.Network.CropRule));
        var faces = locator.Network.Locate(image, crops, Clock);

        using var timing = Clock.Time(Stage.Track);
        DropInvisible(faces, image);
        DropDoubles(faces, time);
        var kept = 0;
        for (var i = 0; i < faces.Length; i++)
        {
            if (faces[i] is not { } face)
            {
                lost.Add(tracks[i]);
                logger.FaceLost(tracks[i].Id, time);
                continue;
            }
            tracks[i].Update(face, time);
            tracks[kept++] = tracks[i];
        }
        tracks.RemoveRange(kept, tracks.Count - kept);
        return kept < faces.Length;
    }

    private void DropInvisible(FaceLandmarks?[] faces, Mat image)
    {
        for (var i = 0; i < faces.Length; i++)
        {
            if (!IsVisible(faces[i]!, image))
                faces[i] = null;
        }
    }

    /// <summary>Two tracks on one face: it belongs to the one that expected it there.</summary>
    private void DropDoubles(FaceLandmarks?[] faces, TimeSpan time)
    {
        for (var i = 0; i < faces.Length; i++)
        {
            for (var j = i + 1; j < faces.Length && faces[i] is not null; j++)
            {
                if (faces[j] is { } other && faces[i]!.Bounds.IntersectionOverUnion(other.Bounds) > SameFace)
                    faces[tracks[i].Surprise(faces[i]!, time) <= tracks[j].Surprise(other, time) ? j : i] = null;
            }
        }
    }

    private bool IsVisible(FaceLandmarks face, Mat image) =>
        FaceLocator.IsFace(face, options.KeepShare * locator.Network.MinimumScore)
        && face.Bounds.ShareInside(new FaceBox(0, 0, image.Cols, image.Rows)) is > 0 and var share
        && share >= options.VisibleShare;

    private bool IsDetectionDue(TimeSpan time, bool anyLost)
    {
        if (tracks.Count >= options.MaxFaces)
            return false;
        if (anyLost || lastDetection is not { } last || tracks.Count == 0)
            return true;
        return time - last >= (lost.Count > 0 ? options.SearchInterval : options.DetectionInterval);
    }

    private IReadOnlyList<FaceBox> Detect(Mat image)
    {
        using var timing = Clock.Time(Stage.Detect);
        return options.Watchful ? locator.Detector.Detect(image, MathF.Min(options.CandidateScore, locator.Detector.MinimumScore)) : locator.Detector.Detect(image);
    }

    private IReadOnlyList<FaceBox> FindCandidates(Mat image, IReadOnlyList<FaceBox> boxes)
    {
        using var timing = Clock.Time(Stage.Detect);
        return locator.FindCandidates(image, boxes, options.CandidateScore);
    }

    private void Search(Mat image, IReadOnlyList<FaceBox> boxes, TimeSpan time)
    {
        lastDetection = time;
        crops.Clear();
        foreach (var track in tracks)
            crops.Add(FaceCrop.FromLandmarks(track.Face.Points, locator.Network.CropRule));
        var found = locator.Find(image, boxes, crops, options.MaxFaces - tracks.Count + SpareBoxes, Clock, searches++);

        using var timing = Clock.Time(Stage.Track);
        foreach (var face in found)
        {
            if (tracks.Count < options.MaxFaces && !tracks.Exists(track => track.Face.Bounds.IntersectionOverUnion(face.Bounds) > SameFace))
                tracks.Add(Recall(face, time) ?? Begin(face, time));
        }
        tracks.Sort((a, b) => a.Id.CompareTo(b.Id));
    }

    private FaceTrack Begin(FaceLandmarks face, TimeSpan time)
    {
        var track = new FaceTrack(++lastId, face, time, options);
        logger.FaceBegun(track.Id, time, face.Bounds.CentreX, face.Bounds.CentreY);
        return track;
    }

    /// <summary>The lost track that a face most likely belongs to, taken up again; null when none is near.</summary>
    private FaceTrack? Recall(FaceLandmarks face, TimeSpan time)
    {
        var track = lost.MinBy(candidate => candidate.SurpriseOfReturn(face, time));
        if (track is null || track.SurpriseOfReturn(face, time) > LongestReturn)
            return null;
        logger.FaceBack(track.Id, time, time - track.LastSeen);
        lost.Remove(track);
        track.Restart(face, time);
        return track;
    }
}
