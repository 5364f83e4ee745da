using OpenCvSharp;

namespace LiveLandmarks.Overlays.BuiltIn;

/// <summary>
/// Hides every face and everything that may be a face. Fails closed. It needs <see cref="OverlayFrame.Candidates"/>, which a
/// tracker with <c>ReportCandidates</c> finds; without candidates the whole picture is hidden. See docs/guides/privacy.md for its limits.
/// </summary>
[Overlay("privacy", "blurs or pixelates every face, and everything that may be a face", FailsClosed = true)]
public sealed class PrivacyOverlay : IOverlay, IDisposable
{
    private const int MaxCells = 8;
    private const float LongestTime = 60;

    private Mosaic? mosaic;
    private HiddenZones? zones;
    private Size size;
    private TimeSpan last;
    private TimeSpan settled;

    /// <summary>How hidden parts look.</summary>
    public HidingStyle Style { get; set; } = HidingStyle.Blur;

    /// <summary>Number of color squares along the longer side of a hidden part, 1 to 8; fewer hide more.</summary>
    public int Cells { get; set; } = 6;

    /// <summary>Margin hidden around a face, as a share of its longer side, 0 to 2.</summary>
    public float Margin { get; set; } = 0.25f;

    /// <summary>Seconds for which a lost face stays hidden, 0 to 60. A candidate stays hidden for a tenth of that.</summary>
    public float Hold { get; set; } = 1.5f;

    /// <summary>Seconds for which the whole picture is hidden at the start and after a gap or a change of size, 0 to 60.</summary>
    public float Settle { get; set; } = 0.2f;

    /// <inheritdoc/>
    public void Start(OverlayContext context)
    {
        Check(Cells, 1, MaxCells, nameof(Cells));
        Check(Margin, 0, 2, nameof(Margin));
        Check(Hold, 0, LongestTime, nameof(Hold));
        Check(Settle, 0, LongestTime, nameof(Settle));
        if (!Enum.IsDefined(Style))
            throw new OverlayException($"privacy: {nameof(Style)} is {Style}; give {string.Join(" or ", Enum.GetNames<HidingStyle>())}.");
        mosaic = new Mosaic(Style, Cells);
        zones = new HiddenZones(Margin, TimeSpan.FromSeconds(Hold));
        size = default;
    }

    /// <inheritdoc/>
    public void Draw(OverlayFrame frame)
    {
        if (mosaic is null || zones is null)
            throw new InvalidOperationException("The overlay was not started.");

        var canvas = frame.Canvas;
        if (size != canvas.Size() || frame.IsStill || frame.Time < last || (frame.Time - last).TotalSeconds > Hold + Settle)
        {
            zones.Clear();
            settled = frame.Time + TimeSpan.FromSeconds(frame.IsStill ? 0 : Settle);
        }
        (size, last) = (canvas.Size(), frame.Time);

        var boxes = zones.Next(frame.Faces, frame.Candidates ?? [], frame.Time, size.Width, size.Height);
        if (frame.Candidates is null || frame.Time < settled)
            mosaic.Hide(canvas, new FaceBox(0, 0, size.Width, size.Height));
        else
            foreach (var box in boxes)
                mosaic.Hide(canvas, box);
    }

    /// <inheritdoc/>
    public void Dispose() => mosaic?.Dispose();

    private static void Check(float value, float lowest, float highest, string name)
    {
        if (!(value >= lowest && value <= highest))
            throw new OverlayException(FormattableString.Invariant($"privacy: {name} is {value}; give {lowest} to {highest}."));
    }
}
