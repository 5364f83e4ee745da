namespace LiveLandmarks.Overlays;

/// <summary>An overlay cannot be used: it is unknown, was built for another contract, or has an option or file that does not fit.</summary>
/// <param name="message">Names the overlay or file and the remedy.</param>
/// <param name="inner">The exception that caused it, if any.</param>
public sealed class OverlayException(string message, Exception? inner = null) : LiveLandmarksException(message, inner);
