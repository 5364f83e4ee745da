using System.Collections.Immutable;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Smoothing;
using LiveLandmarks.Tracking;
using OpenCvSharp;

namespace LiveLandmarks.Evaluation;

/// <summary>
/// Compares smoothings on one face before a noisy camera, held still and shaken. The network runs once; its raw landmarks can then be
/// smoothed any number of times.
/// </summary>
public sealed class SmoothingTrial
{
    private const double Rate = 30, ShakeHertz = 2, BlinkSeconds = 0.2;

    // The first second is not counted, since filters settle during it.
    private const int Settling = 30, StillFrames = Settling + 120, ShakenFrames = Settling + 60;

    // Amplitudes in face sizes: a shake by half a face from side to side, and the lips of a person who talks.
    private const double ShakeSize = 0.25, LipSize = 0.04;
    private const double StepOfLag = 0.01, LongestLag = 4;

    private readonly LandmarkScheme scheme;
    private readonly ImmutableArray<Landmark>[] still;
    private readonly ImmutableArray<Landmark>[] shaken;
    private readonly double size;

    private SmoothingTrial(LandmarkScheme scheme, ImmutableArray<Landmark>[] still, ImmutableArray<Landmark>[] shaken, double size) =>
        (this.scheme, this.still, this.shaken, this.size) = (scheme, still, shaken, size);

    /// <summary>Films a picture and finds its face in every frame.</summary>
    /// <param name="locator">Detector and network; not disposed here.</param>
    /// <param name="picture">BGR, 8 bits, with one face.</param>
    /// <param name="noise">Standard deviation of the camera's noise, in gray levels of 255.</param>
    /// <exception cref="InvalidOperationException">The face is not found in every frame.</exception>
    public static SmoothingTrial Record(FaceLocator locator, Mat picture, double noise)
    {
        using var camera = new NoisyCamera(picture, noise);
        Cv2.SetTheRNG(1);
        var still = Follow(locator, StillFrames, _ => camera.Film(0));
        var bounds = FaceBox.Around(still[0].AsSpan());
        var size = Math.Max(bounds.Width, bounds.Height);
        var shaken = Follow(locator, ShakenFrames, frame => camera.Film(size * ShakeSize * Shake(frame)));
        return new SmoothingTrial(locator.Network.Scheme, still, shaken, size);
    }

    /// <summary>Standard deviation of the still face's raw landmarks as a share of the face's size, root mean square over the
    /// landmarks.</summary>
    public double RawJitter => RootMeanSquare(Deviations(still)) / size;

    /// <summary>Measures one smoothing.</summary>
    /// <param name="options">The smoothing.</param>
    public SmoothingCost Measure(SmoothingOptions options)
    {
        var (raw, smooth) = (Deviations(still), Deviations(Smooth(still, options)));
        return new SmoothingCost(
            RootMeanSquare(smooth) / RootMeanSquare(raw),
            smooth.Zip(raw, (after, before) => after / before).Max(),
            Lag([.. Smooth(shaken, options).Select(points => points.Average(point => (double)point.X))]),
            LipLag(options),
            BlinkKept(options));
    }

    private static double Shake(double frame) => Math.Sin(2 * Math.PI * ShakeHertz * frame / Rate);

    private static TimeSpan Time(int frame) => TimeSpan.FromSeconds(frame / Rate);

    private static ImmutableArray<Landmark>[] Follow(FaceLocator locator, int frames, Func<int, Mat> film)
    {
        using var tracker = new FaceTracker(locator, new TrackingOptions { Smoothing = null, MaxFaces = 1 }, ownsLocator: false);
        var found = new ImmutableArray<Landmark>[frames];
        for (var i = 0; i < frames; i++)
        {
            if (tracker.Process(film(i), Time(i)) is not [{ Id: 1 } face])
                throw new InvalidOperationException($"The face is not found in frame {i}.");
            found[i] = face.Raw.Points;
        }
        return found;
    }

    private static ImmutableArray<Landmark>[] Smooth(ImmutableArray<Landmark>[] raw, SmoothingOptions options)
    {
        var smoother = new LandmarkSmoother(options);
        return [.. raw.Select((points, frame) => smoother.Smooth(points, Time(frame)))];
    }

    private static double[] Deviations(ImmutableArray<Landmark>[] frames) =>
    [
        .. Enumerable.Range(0, frames[0].Length).Select(i =>
        {
            var places = frames.Skip(Settling).Select(points => points[i]).ToArray();
            var (x, y) = (places.Average(place => place.X), places.Average(place => place.Y));
            return Math.Sqrt(places.Average(place => Math.Pow(place.X - x, 2) + Math.Pow(place.Y - y, 2)));
        }),
    ];

    private static double RootMeanSquare(double[] values) => Math.Sqrt(values.Average(value => value * value));

    /// <summary>The delay in frames at which the shake correlates best with a signal.</summary>
    private static double Lag(double[] signal)
    {
        var mean = signal.Skip(Settling).Average();
        return Enumerable.Range(0, (int)(LongestLag / StepOfLag)).Select(step => step * StepOfLag)
            .MaxBy(lag => Enumerable.Range(Settling, signal.Length - Settling).Sum(frame => (signal[frame] - mean) * Shake(frame - lag)));
    }

    private double LipLag(SmoothingOptions options)
    {
        var lips = scheme.Groups.Where(group => group.Feature == FacialFeature.Lips).SelectMany(Members).ToHashSet();
        var talking = still.Take(ShakenFrames)
            .Select((points, frame) => Move(points, lips.Contains, _ => size * LipSize * Shake(frame))).ToArray();
        return Lag([.. Smooth(talking, options).Select(points => lips.Average(i => (double)points[i].Y))]);
    }

    /// <summary>Simulates a blink: each lid point moves to the middle of its eye and back.</summary>
    private double BlinkKept(SmoothingOptions options)
    {
        const int begin = 2 * Settling;
        var eyes = scheme.Groups.Where(group => group.Feature == FacialFeature.Eye).Select(group => Members(group).ToArray()).ToArray();
        var blinking = still.Take(begin + Settling).Select((points, frame) => eyes.Aggregate(points, (face, eye) =>
        {
            var middle = eye.Average(i => face[i].Y);
            return Move(face, eye.Contains, point => Closed(frame) * (middle - point.Y));
        })).ToArray();
        var smooth = Smooth(blinking, options);
        return (Open(smooth[begin]) - smooth.Skip(begin).Min(Open)) / (Open(blinking[begin]) - blinking.Skip(begin).Min(Open));

        static double Closed(int frame) =>
            (frame - begin) / Rate is > 0 and < BlinkSeconds and var time ? (1 - Math.Cos(2 * Math.PI * time / BlinkSeconds)) / 2 : 0;

        double Open(ImmutableArray<Landmark> points) => eyes.Average(eye => eye.Max(i => points[i].Y) - eye.Min(i => points[i].Y));
    }

    private static IEnumerable<int> Members(LandmarkGroup group) => Enumerable.Range(group.First, group.Count);

    private static ImmutableArray<Landmark> Move(ImmutableArray<Landmark> points, Func<int, bool> which, Func<Landmark, double> down) =>
        [.. points.Select((point, i) => which(i) ? point with { Y = (float)(point.Y + down(point)) } : point)];
}
