using LiveLandmarks.Smoothing;
using OpenCvSharp;

namespace LiveLandmarks.Tracking;

/// <summary>What a tracker knows of one face: where it was last, how it moves, and its smoothing.</summary>
internal sealed class FaceTrack
{
    private const float VelocityWeight = 0.5f;
    private const double LongestExtrapolation = 0.5;

    // Share of the newest score in the usual one.
    private const float ScoreWeight = 0.1f;

    // Landmarks that score less than this share of the usual are in doubt.
    private const float Doubtful = 0.8f;

    private readonly SmoothingOptions? smoothing;
    private readonly FaceMeter meter;
    private readonly FaceAppearance look = new(), candidate = new(), newAnchor = new(), oldAnchor = new();
    private LandmarkSmoother? smoother;
    private PupilSmoother? pupilSmoother;
    private FaceBox bounds;
    private float velocityX, velocityY;
    private float usualScore;
    private int age;

    public FaceTrack(int id, FaceLandmarks face, TimeSpan time, TrackingOptions options)
    {
        Id = id;
        smoothing = options.Smoothing;
        meter = new FaceMeter(options.Blink);
        Face = null!;
        Seen = null!;
        Restart(face, time);
    }

    public int Id { get; }

    /// <summary>The last landmarks, as the network found them.</summary>
    public FaceLandmarks Face { get; private set; }

    /// <summary>The face in the frame that showed it last, without pose and expression.</summary>
    public TrackedFace Seen { get; private set; }

    /// <summary>When it was seen last.</summary>
    public TimeSpan LastSeen { get; private set; }

    /// <summary>The shot that it was seen in; see <see cref="ShotWatch.Shot"/>.</summary>
    public int Shot { get; init; }

    /// <summary>Whether the face is somebody else's from now on: it is not looked for again.</summary>
    public bool IsOver { get; set; }

    /// <summary>The picture that showed it last, kept once it is lost.</summary>
    public Thumbnail? LastPicture { get; set; }

    /// <summary>Where the face's landmarks should be at a time, if it goes on as it did.</summary>
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

    /// <summary>The same for a face that was away: it may have gone on, turned back or stopped, so the distance is that from the whole way
    /// ahead.</summary>
    public float SurpriseOfReturn(FaceLandmarks face, TimeSpan time) => Surprise(face, time, from: 0);

    /// <summary>The face of the last frame with its pose and expression; once for each frame.</summary>
    public TrackedFace Measure(CameraIntrinsics camera) => meter.Measure(Seen, camera, LastSeen);

    /// <summary>Whether the network is less sure of landmarks than it usually is of this face.</summary>
    public bool Doubts(FaceLandmarks face) => face.Score < Doubtful * usualScore;

    /// <summary>Whether landmarks in a frame are of this face, seen a moment before, by its looks.</summary>
    public bool LooksLike(Mat image, FaceLandmarks face)
    {
        candidate.Take(image, face);
        return look.IsTaken && candidate.IsLike(look);
    }

    /// <summary>Whether landmarks in a frame can hardly be of the face that this one was at the older anchor.</summary>
    public bool HasBecomeOther(Mat image, FaceLandmarks face)
    {
        candidate.Take(image, face);
        return oldAnchor.IsTaken && candidate.IsOther(oldAnchor);
    }

    /// <summary>Remembers what the face looks like in the frame that showed it last.</summary>
    /// <param name="image">The frame.</param>
    /// <param name="anchor">Whether it is one of those that changes over a longer time are measured from.</param>
    public void Remember(Mat image, bool anchor)
    {
        look.Take(image, Face);
        if (!anchor)
            return;
        if (newAnchor.IsTaken)
            oldAnchor.Take(newAnchor);
        newAnchor.Take(look);
    }

    /// <summary>Takes the next frame's landmarks.</summary>
    /// <param name="face">The landmarks.</param>
    /// <param name="time">When they were captured.</param>
    /// <param name="smoothly">Whether smoothing goes on; else it starts afresh.</param>
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

    /// <summary>Takes landmarks after the face was lost: motion and smoothing start afresh.</summary>
    public void Restart(FaceLandmarks face, TimeSpan time)
    {
        ForgetSmoothing();
        (velocityX, velocityY) = (0, 0);
        Take(face, face.Bounds, time);
    }

    /// <summary>The distance counts from the nearest place of the way, of which only what lies behind a share of it counts.</summary>
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
        var smooth = smoother is null ? face : Smooth(smoother, face, time);
        Seen = new TrackedFace(Id, age, smooth, face);
    }

    private FaceLandmarks Smooth(LandmarkSmoother landmarks, FaceLandmarks face, TimeSpan time)
    {
        var smooth = face with { Points = landmarks.Smooth(face.Points, time) };
        return face.Pupils is null ? smooth : smooth with { Pupils = pupilSmoother!.Smooth(face, smooth, time) };
    }
}
