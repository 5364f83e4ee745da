using LiveLandmarks.Expression;
using LiveLandmarks.Smoothing;
using OpenCvSharp;

namespace LiveLandmarks.Tracking;

/// <summary>What a tracker knows about one face: where it was last, how it moves, and its smoothing.</summary>
internal sealed class FaceTrack
{
    private const float VelocityWeight = 0.5f;
    private const double LongestExtrapolation = 0.5;

    // Weight of the newest score in the usual score.
    private const float ScoreWeight = 0.1f;

    // Landmarks that score less than this share of the usual score are in doubt.
    private const float Doubtful = 0.8f;

    private readonly SmoothingOptions? smoothing;
    private readonly FaceMeter meter;
    private readonly ExpressionCalibrator? calibrator;
    private readonly FaceAppearance look = new(), candidate = new(), newAnchor = new(), oldAnchor = new();
    private LandmarkSmoother? smoother;
    private PupilSmoother? pupilSmoother;
    private FaceBox bounds;
    private float velocityX, velocityY;
    private FaceLandmarks smooth;
    private float usualScore;
    private int age;

    public FaceTrack(int id, FaceLandmarks face, TimeSpan time, TrackingOptions options, float shutEyeShare,
        BlendshapeNetwork? blendshapes = null)
    {
        Id = id;
        smoothing = options.Smoothing;
        calibrator = options.CalibrateExpression && blendshapes is not null ? new ExpressionCalibrator(options.Calibration) : null;
        meter = new FaceMeter(options.Blink, shutEyeShare, blendshapes, calibrator);
        Face = smooth = null!;
        Restart(face, time);
    }

    public int Id { get; }

    /// <summary>The last landmarks, as the network found them.</summary>
    public FaceLandmarks Face { get; private set; }

    /// <summary>The face in the last frame that showed it, without pose and expression.</summary>
    public TrackedFace Seen => new(Id, age, smooth, Face);

    /// <summary>Number of frames in which the face was seen.</summary>
    public int Age => age;

    /// <summary>What was learned about the person's movements; null if they are not calibrated.</summary>
    public ExpressionCalibration? Calibration => calibrator?.Learned;

    /// <summary>When the face was last seen.</summary>
    public TimeSpan LastSeen { get; private set; }

    /// <summary>The shot in which the face was seen; see <see cref="CutDetector.Shot"/>.</summary>
    public int Shot { get; init; }

    /// <summary>Whether the track has ended because its face is now another person's; it is not searched for again.</summary>
    public bool IsOver { get; set; }

    /// <summary>The last picture that showed the face, kept once it is lost.</summary>
    public Thumbnail? LastPicture { get; set; }

    /// <summary>Where the bounding box of the landmarks should be at a time, if the face keeps moving as before.</summary>
    public FaceBox Predict(TimeSpan time)
    {
        var seconds = (float)Math.Clamp((time - LastSeen).TotalSeconds, 0, LongestExtrapolation);
        return bounds with { X = bounds.X + velocityX * seconds, Y = bounds.Y + velocityY * seconds };
    }

    /// <summary>The crop in which to look for the face.</summary>
    public FaceCrop PredictCrop(TimeSpan time, CropRule rule)
    {
        var crop = FaceCrop.Upright(Face, rule);
        var predicted = Predict(time);
        return crop with
        {
            CenterX = crop.CenterX + predicted.CenterX - bounds.CenterX,
            CenterY = crop.CenterY + predicted.CenterY - bounds.CenterY,
        };
    }

    /// <summary>How far landmarks are from where this face should be: distance in face sizes plus the logarithm of the change in
    /// size.</summary>
    public float Surprise(FaceLandmarks face, TimeSpan time) => Surprise(face, time, from: 1);

    /// <summary>The same for a face that was out of sight: it may have moved on, turned back or stopped, so the distance is measured from
    /// the whole predicted path.</summary>
    public float SurpriseOfReturn(FaceLandmarks face, TimeSpan time) => Surprise(face, time, from: 0);

    /// <summary>Forgets what was learned about the person's movements.</summary>
    public void ResetCalibration() => calibrator?.Reset();

    /// <summary>The face of the last frame with its pose and expression; call once per frame.</summary>
    public TrackedFace Measure(CameraIntrinsics camera) => meter.Measure(Id, age, smooth, Face, camera, LastSeen);

    /// <summary>Whether the network is less confident about these landmarks than it usually is about this face.</summary>
    public bool Doubts(FaceLandmarks face) => face.Score < Doubtful * usualScore;

    /// <summary>Whether landmarks in a frame belong to this face, seen a moment ago, judged by its looks.</summary>
    public bool LooksLike(Mat image, FaceLandmarks face)
    {
        candidate.Take(image, face);
        return look.IsTaken && candidate.IsLike(look);
    }

    /// <summary>Whether landmarks in a frame can hardly belong to the face that this track showed at the older anchor.</summary>
    public bool HasBecomeOther(Mat image, FaceLandmarks face)
    {
        candidate.Take(image, face);
        return oldAnchor.IsTaken && candidate.IsOther(oldAnchor);
    }

    /// <summary>Remembers the looks of the face in the last frame that showed it.</summary>
    /// <param name="image">The frame.</param>
    /// <param name="anchor">Whether changes over a longer time are measured from this frame.</param>
    public void Remember(Mat image, bool anchor)
    {
        look.Take(image, Face);
        if (!anchor)
            return;
        if (newAnchor.IsTaken)
            oldAnchor.Take(newAnchor);
        newAnchor.Take(look);
    }

    /// <summary>Adds the landmarks of the next frame.</summary>
    /// <param name="face">The landmarks.</param>
    /// <param name="time">When they were captured.</param>
    /// <param name="smoothly">Whether smoothing continues; otherwise it restarts.</param>
    public void Update(FaceLandmarks face, TimeSpan time, bool smoothly = true)
    {
        if (!smoothly)
            ForgetSmoothing();
        var next = face.Bounds;
        if (time > LastSeen)
        {
            var seconds = (float)(time - LastSeen).TotalSeconds;
            velocityX += VelocityWeight * ((next.CenterX - bounds.CenterX) / seconds - velocityX);
            velocityY += VelocityWeight * ((next.CenterY - bounds.CenterY) / seconds - velocityY);
        }
        Take(face, next, time);
    }

    /// <summary>Adds landmarks after the face was lost: motion and smoothing restart.</summary>
    public void Restart(FaceLandmarks face, TimeSpan time)
    {
        ForgetSmoothing();
        (velocityX, velocityY) = (0, 0);
        Take(face, face.Bounds, time);
    }

    /// <summary>The distance is measured from the nearest point of the predicted path. Only the part of the path from the given share to
    /// its end counts.</summary>
    private float Surprise(FaceLandmarks face, TimeSpan time, float from)
    {
        var (expected, found) = (Predict(time), face.Bounds);
        var (wayX, wayY) = (expected.CenterX - bounds.CenterX, expected.CenterY - bounds.CenterY);
        var along = (found.CenterX - bounds.CenterX) * wayX + (found.CenterY - bounds.CenterY) * wayY;
        var share = Math.Clamp(along / MathF.Max(1e-6f, wayX * wayX + wayY * wayY), from, 1);
        var dx = found.CenterX - bounds.CenterX - share * wayX;
        var dy = found.CenterY - bounds.CenterY - share * wayY;
        return MathF.Sqrt(dx * dx + dy * dy) / Size(bounds) + MathF.Abs(MathF.Log(Size(found) / Size(bounds)));
    }

    private void ForgetSmoothing() =>
        (smoother, pupilSmoother) = smoothing is null ? (null, null) : (new LandmarkSmoother(smoothing), new PupilSmoother(smoothing));

    private static float Size(FaceBox box) => MathF.Max(1, MathF.Max(box.Width, box.Height));

    private void Take(FaceLandmarks face, FaceBox next, TimeSpan time)
    {
        Face = face;
        bounds = next;
        LastSeen = time;
        LastPicture = null;
        usualScore = age == 0 ? next.Score : usualScore + ScoreWeight * (next.Score - usualScore);
        age++;
        smooth = smoother is null ? face : Smooth(smoother, face, time);
    }

    private FaceLandmarks Smooth(LandmarkSmoother landmarks, FaceLandmarks face, TimeSpan time)
    {
        var points = landmarks.Smooth(face.Points, time);
        return face with { Points = points, Pupils = pupilSmoother!.Smooth(face, points, time) };
    }
}
