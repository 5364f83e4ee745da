namespace LiveLandmarks.Overlays;

/// <summary>An overlay cannot be used: unknown, built for another contract, or with an option or file that does not fit.</summary>
/// <param name="message">Names the overlay or file and the remedy.</param>
/// <param name="inner">The exception that caused it, if any.</param>
public sealed class OverlayException(string message, Exception? inner = null) : LiveLandmarksException(message, inner);
