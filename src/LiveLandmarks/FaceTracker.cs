using LiveLandmarks.Diagnostics;
using LiveLandmarks.Expression;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Tracking;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenCvSharp;

namespace LiveLandmarks;

/// <summary>
/// Tracks faces through a stream, frame by frame. The crop of each face comes from its previous landmarks. The detector runs at intervals
/// to find other faces, when the network becomes less confident about a face, and after a cut, which ends all tracks. This is the
/// synchronous core of the pipeline, for one stream.
/// </summary>
/// <example>
/// <code>
/// using LiveLandmarks;
/// using OpenCvSharp;
///
/// using var tracker = FaceTracker.Create();
/// using var video = new VideoCapture("talk.mp4");
/// using var image = new Mat();
/// for (var frame = 0; video.Read(image); frame++)
/// {
///     foreach (var face in tracker.Process(image, TimeSpan.FromSeconds(frame / video.Fps)))
///         Console.WriteLine($"{face.Id} at {face.Box.CenterX:0}, {face.Box.CenterY:0}");
/// }
/// </code>
/// </example>
public sealed class FaceTracker : IDisposable
{
    // When a track is in doubt, a face found elsewhere replaces it if its score is higher by at least this much.
    private const float Better = 0.1f;

    // Number of boxes examined beyond the faces still wanted, because some boxes turn out not to be faces.
    private const int SpareBoxes = 2;

    private readonly FaceLocator locator;
    private readonly BlendshapeNetwork? blendshapes;
    private readonly bool ownsLocator;
    private readonly TrackingOptions options;
    private readonly ILogger logger;
    private readonly PipelineMetrics metrics;
    private readonly List<FaceTrack> tracks = [];
    private readonly List<FaceCrop> crops = [];
    private readonly FaceFollower follower;
    private readonly TrackFilter filter;
    private readonly CutDetector shots = new();
    private readonly LostTracks lost;
    private readonly FrameBoxes boxes;
    private readonly Lock gate = new();
    private FaceTrack? seenLongest;
    private TimeSpan? lastDetection, lastDoubt;
    private int lastId;
    private int searches;
    private bool disposed;

    /// <summary>Opens the networks and makes a tracker for one stream.</summary>
    /// <param name="options">Null for the defaults: the default models, on the best device that works.</param>
    /// <param name="loggers">Log devices and faces; null to log nothing.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="ModelException">There are no models, or they cannot be used.</exception>
    /// <exception cref="DeviceUnavailableException">The requested device does not work on this machine.</exception>
    public static FaceTracker Create(FaceTrackerOptions? options = null, ILoggerFactory? loggers = null)
    {
        options ??= new FaceTrackerOptions();
        options.Validate();
        var (locator, blendshapes) = FaceNetworks.Open(options.Models, options.Inference, loggers);
        return new FaceTracker(
            locator, options.Tracking, logger: loggers?.CreateLogger<FaceTracker>(), blendshapes: blendshapes);
    }

    /// <summary>Makes a tracker that uses your own detectors.</summary>
    /// <param name="detector">Finds faces; disposed with the tracker.</param>
    /// <param name="landmarks">Finds their landmarks; disposed with the tracker.</param>
    /// <param name="options">How faces are tracked; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static FaceTracker Create(IFaceDetector detector, ILandmarkDetector landmarks, TrackingOptions? options = null) =>
        new(new FaceLocator(detector, landmarks), options);

    /// <summary>Makes a tracker that uses networks which other trackers may share.</summary>
    /// <param name="locator">Detector and network.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="ownsLocator">
    /// Whether locator and <paramref name="blendshapes"/> are disposed with the tracker. Several trackers may share them; the caller must
    /// then serialize their calls, because they are not thread-safe.
    /// </param>
    /// <param name="logger">Logs, at debug level, when a face appears, is lost, comes back and is forgotten; null to log nothing.</param>
    /// <param name="metrics">Counts and measures the work; null for <see cref="PipelineMetrics.Default"/>.</param>
    /// <param name="blendshapes">Finds ARKit's movements; null for blinks and looks alone.</param>
    public FaceTracker(FaceLocator locator, TrackingOptions? options = null, bool ownsLocator = true, ILogger? logger = null,
        PipelineMetrics? metrics = null, BlendshapeNetwork? blendshapes = null)
    {
        this.blendshapes = blendshapes;
        this.ownsLocator = ownsLocator;
        this.locator = locator;
        this.metrics = metrics ?? PipelineMetrics.Default;
        Clock = new StageClock(this.metrics);
        follower = new FaceFollower(locator.Network);
        this.options = options ?? new TrackingOptions();
        filter = new TrackFilter(this.options, locator.Network, shots);
        this.logger = logger ?? NullLogger.Instance;
        lost = new LostTracks(this.options, shots, this.logger);
        boxes = new FrameBoxes(locator, this.options, Clock);
        // Report options that are out of range now and not at the first frame.
        this.options.Validate();
    }

    /// <summary>Adds up the time that the stages take until it is reset.</summary>
    public StageClock Clock { get; }

    /// <summary>
    /// Where faces may be in the last processed frame, tracked or not: boxes in image pixels, best first. Null before the first frame, and
    /// always unless <see cref="TrackingOptions.ReportCandidates"/> is set. The list may be kept.
    /// </summary>
    public IReadOnlyList<FaceBox>? Candidates { get; private set; }

    /// <summary>What was learned about the movements of the person who was seen longest; null before the first face, and when movements are
    /// not calibrated.</summary>
    public ExpressionCalibration? Calibration
    {
        get
        {
            lock (gate)
                return seenLongest?.Calibration;
        }
    }

    /// <summary>Forgets what was learned about the movements of the people in view.</summary>
    public void ResetCalibration()
    {
        lock (gate)
        {
            foreach (var track in tracks)
                track.ResetCalibration();
        }
    }

    /// <summary>Finds the faces in the next frame of the stream.</summary>
    /// <param name="image">BGR, 8 bits; the size may change within a stream.</param>
    /// <param name="time">When the frame was captured, measured from the start of the stream.</param>
    /// <returns>The faces in view, ordered by id. The list is new for every frame and may be kept.</returns>
    /// <exception cref="ObjectDisposedException">The tracker was disposed.</exception>
    public IReadOnlyList<TrackedFace> Process(Mat image, TimeSpan time)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            using var activity = PipelineActivities.Source.StartActivity("livelandmarks.frame");
            Candidates = null;
            boxes.Forget();
            using (Clock.Time(Stage.Track))
                shots.Look(image, time);
            image = locator.Brighten(image);
            lost.Forget(time);
            var anyLost = Follow(image, time);
            if (IsDetectionDue(time, anyLost))
                Search(image, time);
            if (options.ReportCandidates)
                Candidates = boxes.CandidatesIn(image);
            Remember(image);

            var faces = Measure(CameraFor(image));
            metrics.FrameProcessed(faces.Length);
            return faces;
        }
    }

    /// <summary>The camera that the poses in an image refer to.</summary>
    /// <param name="image">A frame of the stream.</param>
    public CameraIntrinsics CameraFor(Mat image) => options.CameraFor(image.Cols, image.Rows);

    /// <summary>Waits for a frame in progress, since a failed pipeline may still be processing one, then closes the networks if the tracker
    /// owns them.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (disposed)
                return;
            disposed = true;
            if (!ownsLocator)
                return;
            locator.Dispose();
            blendshapes?.Dispose();
        }
    }

    private TrackedFace[] Measure(CameraIntrinsics camera)
    {
        using var timing = Clock.Time(Stage.Track);
        var faces = new TrackedFace[tracks.Count];
        for (var i = 0; i < faces.Length; i++)
        {
            faces[i] = tracks[i].Measure(camera);
            if (tracks[i].Age > (seenLongest?.Age ?? 0))
                seenLongest = tracks[i];
        }
        return faces;
    }

    private void Remember(Mat image)
    {
        using var timing = Clock.Time(Stage.Track);
        foreach (var track in tracks)
            track.Remember(image, shots.IsAnchored);
    }

    /// <summary>Looks for every tracked face where it should be now; returns true if one was lost.</summary>
    private bool Follow(Mat image, TimeSpan time)
    {
        var faces = follower.Locate(image, tracks, time, Clock);
        filter.DropInvisible(faces, image);
        LookElsewhere(faces, image, time);

        using var timing = Clock.Time(Stage.Track);
        if (filter.DropOtherPeople(faces, tracks, image))
        {
            shots.Cut();
            logger.ShotEnds(time);
        }
        TrackFilter.DropDoubles(faces, tracks, time);
        var kept = 0;
        for (var i = 0; i < faces.Length; i++)
        {
            if (faces[i] is { } face)
            {
                // After a change of the picture, the smoothed landmarks should be right at once.
                tracks[i].Update(face, time, smoothly: !shots.IsCutSuspected);
                tracks[kept++] = tracks[i];
                continue;
            }
            lost.Add(tracks[i], time);
        }
        tracks.RemoveRange(kept, tracks.Count - kept);
        return kept < faces.Length;
    }

    /// <summary>Asks the detector for a better place for each face about which the network is less confident than before.</summary>
    private void LookElsewhere(FaceLandmarks?[] faces, Mat image, TimeSpan time)
    {
        if (shots.IsCutSuspected || (lastDoubt is { } last && time >= last && time - last < options.SearchInterval))
            return;
        for (var i = 0; i < faces.Length; i++)
        {
            if (faces[i] is not { } face || !tracks[i].Doubts(face))
                continue;
            lastDoubt = time;
            foreach (var found in locator.Find(image, boxes.NearestTo(image, face, faces), [], 1, Clock))
            {
                if (found.Score >= face.Score + Better && tracks[i].SurpriseOfReturn(found, time) <= LostTracks.LongestReturn)
                    faces[i] = found;
            }
        }
    }

    private bool IsDetectionDue(TimeSpan time, bool anyLost)
    {
        if (tracks.Count >= options.MaxFaces)
            return false;
        if (anyLost || shots.IsCutSuspected || lastDetection is not { } last || tracks.Count == 0)
            return true;
        return time - last >= (lost.Any ? options.SearchInterval : options.DetectionInterval);
    }

    private void Search(Mat image, TimeSpan time)
    {
        lastDetection = time;
        crops.Clear();
        foreach (var track in tracks)
            crops.Add(FaceCrop.FromLandmarks(track.Face.Points.AsSpan(), locator.Network.CropRule));
        var found = locator.Find(image, boxes.In(image), crops, options.MaxFaces - tracks.Count + SpareBoxes, Clock, searches++);

        using var timing = Clock.Time(Stage.Track);
        foreach (var face in found)
        {
            if (tracks.Count < options.MaxFaces
                && !tracks.Exists(track => track.Face.Bounds.IntersectionOverUnion(face.Bounds) > TrackFilter.SameFace))
                tracks.Add(lost.Recall(face, image, time) ?? Begin(face, time));
        }
        tracks.Sort((a, b) => a.Id.CompareTo(b.Id));
    }

    private FaceTrack Begin(FaceLandmarks face, TimeSpan time)
    {
        var track = new FaceTrack(++lastId, face, time, options, locator.Network.ShutEyeShare, blendshapes) { Shot = shots.Shot };
        logger.FaceBegun(track.Id, time, face.Bounds.CenterX, face.Bounds.CenterY);
        return track;
    }
}
