using OpenCvSharp;

namespace LiveLandmarks.Cli;

/// <summary>An OpenCV window.</summary>
/// <param name="title">The window's title.</param>
internal sealed class OpenCvWindow(string title) : IPreviewWindow
{
    private bool wasOpen;

    /// <inheritdoc/>
    /// <remarks>
    /// For GTK windows, OpenCV reports the property Visible as -1, whether the window exists or not. The property AutoSize is at least 0
    /// only for windows that exist.
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
    /// <remarks>GuiNormal removes the toolbar that OpenCV's Qt windows have by default.</remarks>
    public void Open() => Cv2.NamedWindow(title, WindowFlags.AutoSize | WindowFlags.GuiNormal);

    /// <inheritdoc/>
    public void Show(Mat picture) => Cv2.ImShow(title, picture);

    /// <inheritdoc/>
    public int Pump() => Cv2.WaitKey(1);

    /// <inheritdoc/>
    public void Dispose() => Cv2.DestroyAllWindows();
}
