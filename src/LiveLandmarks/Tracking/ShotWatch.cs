using OpenCvSharp;

namespace LiveLandmarks.Tracking;

/// <summary>
/// Watches the whole picture for cuts: a change that comes at once, is more than moving things or the camera make in that time, and does
/// not go back at once as a flash does. Whether a change that it suspects is a cut, the faces tell. Not thread-safe.
/// </summary>
internal sealed class ShotWatch
{
    // Share of the picture that changes without a cut: so much from frame to frame, so much more a second; see docs/adr/0014-cuts.md.
    private const float LeastChange = 0.11f;
    private const float ChangeASecond = 0.2f;
    private const float MostChange = 0.3f;

    // What a dissolve changes at least.
    private const float Drift = 0.28f;

    // A cut stands out from the changes just before it, of which each frame remembers so much.
    private const float Outstanding = 2.5f;
    private const float Remembered = 0.6f;

    // So many times what makes a cut suspected makes it plain, where no face can tell.
    private const float Plain = 1.6f;

    // A picture that is back so soon was never cut.
    private static readonly TimeSpan LongestFlash = TimeSpan.FromSeconds(0.3);

    // What happened little by little is looked for over a time between this and twice this.
    private static readonly TimeSpan AnchorInterval = TimeSpan.FromSeconds(0.5);

    private readonly Thumbnail beforeCut = new(), newAnchor = new(), oldAnchor = new();
    private Thumbnail before = new(), now = new();
    private TimeSpan? lastTime, cutTime;
    private TimeSpan anchorTime;
    private float recent;
    private int anchors, shots, shotBeforeCut;

    /// <summary>Number of the shot that is on; a shot that was only covered by a flash goes on.</summary>
    public int Shot { get; private set; }

    /// <summary>When the frame before was captured.</summary>
    public TimeSpan? TimeBefore { get; private set; }

    /// <summary>Whether the picture changed so much at once that another shot may be on.</summary>
    public bool IsCutSuspected { get; private set; }

    /// <summary>Whether it changed so much that another shot must be on unless a face shows the contrary.</summary>
    public bool IsCutPlain { get; private set; }

    /// <summary>Whether what seemed to be a cut was a flash: the shot before it is on again with this frame.</summary>
    public bool IsBack { get; private set; }

    /// <summary>Whether the anchors moved on with this frame.</summary>
    public bool IsAnchored { get; private set; }

    /// <summary>Whether the picture is another than at the older anchor, as after a dissolve.</summary>
    public bool HasDrifted { get; private set; }

    /// <summary>Looks at the stream's next frame.</summary>
    /// <param name="image">BGR, 8 bits.</param>
    /// <param name="time">When it was captured.</param>
    public void Look(Mat image, TimeSpan time)
    {
        (before, now) = (now, before);
        now.Take(image);
        (TimeBefore, lastTime) = (lastTime, time);
        IsCutSuspected = IsCutPlain = IsBack = IsAnchored = HasDrifted = false;
        if (TimeBefore is { } last)
        {
            var change = now.ChangeFrom(before);
            var limit = MathF.Max(Usual(time - last), Outstanding * recent);
            (IsCutSuspected, IsCutPlain) = (change >= limit, change >= Plain * limit);
            recent = MathF.Max(change, Remembered * recent);
            LookBack(time);
        }
        MoveAnchors(time);
    }

    /// <summary>Begins another shot with this frame.</summary>
    public void Cut()
    {
        shotBeforeCut = Shot;
        Shot = ++shots;
        cutTime = lastTime;
        beforeCut.Take(before);
        (recent, anchors) = (0, 0);
    }

    /// <summary>A copy of the picture before this frame's.</summary>
    public Thumbnail CopyBefore()
    {
        var copy = new Thumbnail();
        copy.Take(before);
        return copy;
    }

    /// <summary>Whether this frame's picture may be of another shot than one seen some time ago.</summary>
    public bool IsOther(Thumbnail seen, TimeSpan ago) => now.ChangeFrom(seen) >= Usual(ago);

    /// <summary>What may change within a time without a cut, share of the picture.</summary>
    private static float Usual(TimeSpan time) =>
        Math.Clamp(LeastChange + ChangeASecond * (float)time.TotalSeconds, LeastChange, MostChange);

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
            IsCutSuspected = IsCutPlain = false;
        }
    }

    private void MoveAnchors(TimeSpan time)
    {
        if (anchors > 0 && time >= anchorTime && time - anchorTime < AnchorInterval)
            return;
        // Two anchors, each as old as it must be; after a gap they are too old to mean anything.
        if (anchors > 1 && time - anchorTime < 2 * AnchorInterval)
            HasDrifted = now.ChangeFrom(oldAnchor) >= Drift;
        oldAnchor.Take(newAnchor);
        newAnchor.Take(now);
        anchors = time - anchorTime < 2 * AnchorInterval ? Math.Min(anchors + 1, 2) : 1;
        anchorTime = time;
        IsAnchored = true;
    }
}
