using OpenCvSharp;

namespace LiveLandmarks.Cli;

/// <summary>A window that shows pictures and reports keys. All calls must come from one thread.</summary>
internal interface IPreviewWindow : IDisposable
{
    /// <summary>Opens the window, still empty.</summary>
    void Open();

    /// <summary>Shows a picture.</summary>
    /// <param name="picture">BGR, 8 bits.</param>
    void Show(Mat picture);

    /// <summary>Briefly processes the window's events.</summary>
    /// <returns>The key that was pressed, as OpenCV reports it; -1 if none was pressed.</returns>
    int Pump();

    /// <summary>Whether the user closed the window.</summary>
    bool IsClosed { get; }
}
