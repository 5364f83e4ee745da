namespace LiveLandmarks.Capture;

/// <summary>A camera of this machine.</summary>
/// <param name="Index">Its number, from 0; may change when cameras are unplugged.</param>
/// <param name="Name">What it calls itself.</param>
/// <param name="Place">Where it is plugged in, which tells two of one name apart; empty where the system does not say.</param>
public sealed record CameraInfo(int Index, string Name, string Place);
