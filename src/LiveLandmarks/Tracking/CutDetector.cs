using OpenCvSharp;

namespace LiveLandmarks.Tracking;

/// <summary>
/// Watches the whole picture for cuts. A cut is a sudden change, larger than moving objects or the camera cause in that time, that does not
/// revert at once as a flash does. This class only suspects cuts; the faces decide whether one happened. Not thread-safe.
/// </summary>
internal sealed class CutDetector
{
    // Share of the picture that changes without a cut: a base from frame to frame, plus an amount per second; see docs/adr/0014-cuts.md.
    private const float MinChange = 0.11f;
    private const float ChangeASecond = 0.2f;
    private const float MaxChange = 0.3f;

    // Smallest change that a dissolve makes.
    private const float Drift = 0.28f;

    // A cut must stand out from the changes just before it. Each frame keeps this share of the remembered change.
    private const float Outstanding = 2.5f;
    private const float Remembered = 0.6f;

    // A change this many times the limit for suspecting a cut makes the cut plain when no face can decide.
    private const float Plain = 1.6f;

    // If the picture is back within this time, it was not a cut.
    private static readonly TimeSpan LongestFlash = TimeSpan.FromSeconds(0.3);

    // Gradual changes are measured over a time between this and twice this.
    private static readonly TimeSpan AnchorInterval = TimeSpan.FromSeconds(0.5);

    private readonly Thumbnail beforeCut = new(), newAnchor = new(), oldAnchor = new();
    private Thumbnail before = new(), now = new();
    private TimeSpan? lastTime, cutTime;
    private TimeSpan anchorTime;
    private float recent;
    private int anchors, shots, shotBeforeCut;

    /// <summary>Number of the current shot; a shot that was only covered by a flash continues.</summary>
    public int Shot { get; private set; }

    /// <summary>When the previous frame was captured.</summary>
    public TimeSpan? TimeBefore { get; private set; }

    /// <summary>Whether the picture changed so much at once that this may be another shot.</summary>
    public bool IsCutSuspected { get; private set; }

    /// <summary>Whether it changed so much that this must be another shot unless a face shows the contrary.</summary>
    public bool IsCutObvious { get; private set; }

    /// <summary>Whether a suspected cut was a flash: with this frame, the earlier shot is back.</summary>
    public bool IsBack { get; private set; }

    /// <summary>Whether the anchors moved with this frame.</summary>
    public bool IsAnchored { get; private set; }

    /// <summary>Whether the picture differs from the one at the older anchor, as after a dissolve.</summary>
    public bool HasDrifted { get; private set; }

    /// <summary>Examines the next frame of the stream.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="time">When the frame was captured.</param>
    public void Look(Mat image, TimeSpan time)
    {
        (before, now) = (now, before);
        now.Take(image);
        (TimeBefore, lastTime) = (lastTime, time);
        IsCutSuspected = IsCutObvious = IsBack = IsAnchored = HasDrifted = false;
        if (TimeBefore is { } last)
        {
            var change = now.ChangeFrom(before);
            var limit = MathF.Max(Usual(time - last), Outstanding * recent);
            (IsCutSuspected, IsCutObvious) = (change >= limit, change >= Plain * limit);
            recent = MathF.Max(change, Remembered * recent);
            LookBack(time);
        }
        MoveAnchors(time);
    }

    /// <summary>Starts another shot with this frame.</summary>
    public void Cut()
    {
        shotBeforeCut = Shot;
        Shot = ++shots;
        cutTime = lastTime;
        beforeCut.Take(before);
        (recent, anchors) = (0, 0);
    }

    /// <summary>A copy of the previous frame's picture.</summary>
    public Thumbnail CopyBefore()
    {
        var copy = new Thumbnail();
        copy.Take(before);
        return copy;
    }

    /// <summary>Whether this frame may belong to another shot than a picture seen some time ago.</summary>
    public bool IsOther(Thumbnail seen, TimeSpan ago) => now.ChangeFrom(seen) >= Usual(ago);

    /// <summary>The largest change within a time that is possible without a cut, as a share of the picture.</summary>
    private static float Usual(TimeSpan time) =>
        Math.Clamp(MinChange + ChangeASecond * (float)time.TotalSeconds, MinChange, MaxChange);

    private void LookBack(TimeSpan time)
    {
        if (cutTime is not { } cut)
            return;
        if (time - cut > LongestFlash)
        {
            cutTime = null;
        }
        else if (!IsOther(beforeCut, TimeSpan.Zero))
        {
            (Shot, cutTime, IsBack, recent) = (shotBeforeCut, null, true, 0);
            IsCutSuspected = IsCutObvious = false;
        }
    }

    private void MoveAnchors(TimeSpan time)
    {
        if (anchors > 0 && time >= anchorTime && time - anchorTime < AnchorInterval)
            return;
        // There are two anchors, each old enough to compare with; after a gap they are too old to be useful.
        if (anchors > 1 && time - anchorTime < 2 * AnchorInterval)
            HasDrifted = now.ChangeFrom(oldAnchor) >= Drift;
        oldAnchor.Take(newAnchor);
        newAnchor.Take(now);
        anchors = time - anchorTime < 2 * AnchorInterval ? Math.Min(anchors + 1, 2) : 1;
        anchorTime = time;
        IsAnchored = true;
    }
}
