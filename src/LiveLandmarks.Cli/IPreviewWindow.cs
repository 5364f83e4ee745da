using OpenCvSharp;

namespace LiveLandmarks.Cli;

/// <summary>A window that shows pictures and has keys. For one thread.</summary>
internal interface IPreviewWindow : IDisposable
{
    /// <summary>Opens it, empty.</summary>
    void Open();

    /// <summary>Shows a picture.</summary>
    /// <param name="picture">BGR, 8 bits.</param>
    void Show(Mat picture);

    /// <summary>Lets the window answer to the system and its user, for a moment.</summary>
    /// <returns>The key that was pressed, as OpenCV reports it; -1 for none.</returns>
    int Pump();

    /// <summary>Whether its user closed it.</summary>
    bool IsClosed { get; }
}
