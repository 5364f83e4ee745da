namespace LiveLandmarks;

/// <summary>A device or component that was requested by name is not available on this machine.</summary>
/// <param name="message">Names the device, the reason and the remedy.</param>
/// <param name="inner">The exception that caused it, if any.</param>
public sealed class DeviceUnavailableException(string message, Exception? inner = null) : LiveLandmarksException(message, inner);
