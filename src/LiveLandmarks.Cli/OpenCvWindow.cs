using OpenCvSharp;

namespace LiveLandmarks.Cli;

/// <summary>A window of OpenCV's.</summary>
/// <param name="title">Its title.</param>
internal sealed class OpenCvWindow(string title) : IPreviewWindow
{
    private bool wasOpen;

    /// <inheritdoc/>
    /// <remarks>
    /// OpenCV's GTK windows do not know whether they are visible (-1), nor do those that are gone; whether they have their size by
    /// themselves only those know that are there.
    /// </remarks>
    public bool IsClosed
    {
        get
        {
            var visible = Cv2.GetWindowProperty(title, WindowPropertyFlags.Visible);
            var open = visible > 0 || (visible < 0 && Cv2.GetWindowProperty(title, WindowPropertyFlags.AutoSize) >= 0);
            wasOpen |= open;
            return wasOpen && !open;
        }
    }

    /// <inheritdoc/>
    /// <remarks>Without the toolbar that OpenCV's Qt windows have otherwise.</remarks>
    public void Open() => Cv2.NamedWindow(title, WindowFlags.AutoSize | WindowFlags.GuiNormal);

    /// <inheritdoc/>
    public void Show(Mat picture) => Cv2.ImShow(title, picture);

    /// <inheritdoc/>
    public int Pump() => Cv2.WaitKey(1);

    /// <inheritdoc/>
    public void Dispose() => Cv2.DestroyAllWindows();
}
