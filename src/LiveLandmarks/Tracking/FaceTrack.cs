using LiveLandmarks.Geometry;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;

namespace LiveLandmarks.Tracking;

/// <summary>What a tracker knows of one face: where it was last, how it moves, and its smoothing.</summary>
internal sealed class FaceTrack
{
    private const float VelocityWeight = 0.5f;
    private const double LongestExtrapolation = 0.5;

    private readonly SmoothingOptions? smoothing;
    private readonly FaceMeter meter;
    private LandmarkSmoother? smoother;
    private FaceBox bounds;
    private float velocityX, velocityY;
    private int age;

    public FaceTrack(int id, FaceLandmarks face, TimeSpan time, FaceTrackerOptions options)
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
            CentreX = crop.CentreX + predicted.CentreX - bounds.CentreX,
            CentreY = crop.CentreY + predicted.CentreY - bounds.CentreY,
        };
    }

    /// <summary>How far landmarks are from where this face should be: distance in face sizes plus the logarithm of the change in size.</summary>
    public float Surprise(FaceLandmarks face, TimeSpan time) => Surprise(face, time, from: 1);

    /// <summary>The same for a face that was away: it may have gone on, turned back or stopped, so the distance is that from the whole way ahead.</summary>
    public float SurpriseOfReturn(FaceLandmarks face, TimeSpan time) => Surprise(face, time, from: 0);

    /// <summary>The face of the last frame with its pose and expression; once for each frame.</summary>
    public TrackedFace Measure(CameraIntrinsics camera) => meter.Measure(Seen, camera, LastSeen);

    /// <summary>Takes the next frame's landmarks.</summary>
    public void Update(FaceLandmarks face, TimeSpan time)
    {
        var next = face.Bounds;
        if (time > LastSeen)
        {
            var seconds = (float)(time - LastSeen).TotalSeconds;
            velocityX += VelocityWeight * ((next.CentreX - bounds.CentreX) / seconds - velocityX);
            velocityY += VelocityWeight * ((next.CentreY - bounds.CentreY) / seconds - velocityY);
        }
        Take(face, next, time);
    }

    /// <summary>Takes landmarks after the face was lost: motion and smoothing start afresh.</summary>
    public void Restart(FaceLandmarks face, TimeSpan time)
    {
        smoother = smoothing is null ? null : new LandmarkSmoother(smoothing);
        (velocityX, velocityY) = (0, 0);
        Take(face, face.Bounds, time);
    }

    /// <summary>The distance counts from the nearest place of the way, of which only what lies behind a share of it counts.</summary>
    private float Surprise(FaceLandmarks face, TimeSpan time, float from)
    {
        var (expected, found) = (Predict(time), face.Bounds);
        var (wayX, wayY) = (expected.CentreX - bounds.CentreX, expected.CentreY - bounds.CentreY);
        var along = (found.CentreX - bounds.CentreX) * wayX + (found.CentreY - bounds.CentreY) * wayY;
        var share = Math.Clamp(along / MathF.Max(1e-6f, wayX * wayX + wayY * wayY), from, 1);
        var dx = found.CentreX - bounds.CentreX - share * wayX;
        var dy = found.CentreY - bounds.CentreY - share * wayY;
        return MathF.Sqrt(dx * dx + dy * dy) / Size(bounds) + MathF.Abs(MathF.Log(Size(found) / Size(bounds)));
    }

    private static float Size(FaceBox box) => MathF.Max(1, MathF.Max(box.Width, box.Height));

    private void Take(FaceLandmarks face, FaceBox next, TimeSpan time)
    {
        Face = face;
        bounds = next;
        LastSeen = time;
        age++;
        var smooth = smoother is null ? face : face with { Points = smoother.Smooth(face.Points, time) };
        Seen = new TrackedFace(Id, age, smooth, face);
    }
}
