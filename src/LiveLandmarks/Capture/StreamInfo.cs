namespace LiveLandmarks.Capture;

/// <summary>What a stream reports about itself.</summary>
/// <param name="Name">The file, address or camera, for messages.</param>
/// <param name="Width">Width of the images in pixels; 0 if unknown or varying.</param>
/// <param name="Height">Height of the images in pixels; 0 if unknown or varying.</param>
/// <param name="FramesPerSecond">Nominal frame rate, above 0.</param>
/// <param name="FrameCount">Number of images, as the container states it; null if unknown or endless.</param>
public sealed record StreamInfo(string Name, int Width, int Height, double FramesPerSecond, long? FrameCount);
