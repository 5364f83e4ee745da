namespace LiveLandmarks.Capture;

/// <summary>A camera on this machine.</summary>
/// <param name="Index">Number of the camera, from 0; it may change when cameras are unplugged.</param>
/// <param name="Name">The name that the camera reports.</param>
/// <param name="Place">Where the camera is plugged in, to distinguish cameras of the same name; empty if the system does not report
/// it.</param>
public sealed record CameraInfo(int Index, string Name, string Place);
