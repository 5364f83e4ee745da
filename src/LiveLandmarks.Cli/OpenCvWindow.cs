using OpenCvSharp;

namespace LiveLandmarks.Cli;

/// <summary>A window of OpenCV's.</summary>
/// <param name="title">Its title.</param>
internal sealed class OpenCvWindow(string title) : IPreviewWindow
{
    private bool shown;

    /// <inheritdoc/>
    /// <remarks>A window without a picture may count as invisible.</remarks>
    public bool IsClosed => shown && Cv2.GetWindowProperty(title, WindowPropertyFlags.Visible) < 1;

    /// <inheritdoc/>
    /// <remarks>Without the toolbar that OpenCV's Qt windows have otherwise.</remarks>
    public void Open() => Cv2.NamedWindow(title, WindowFlags.AutoSize | WindowFlags.GuiNormal);

    /// <inheritdoc/>
    public void Show(Mat picture)
    {
        Cv2.ImShow(title, picture);
        shown = true;
    }

    /// <inheritdoc/>
    public int Pump() => Cv2.WaitKey(1);

    /// <inheritdoc/>
    public void Dispose() => Cv2.DestroyAllWindows();
}
