namespace LiveLandmarks.Landmarks;

/// <summary>An output needs other landmarks than the model finds, and there is no map from these to those.</summary>
/// <param name="message">Names the schemes and the remedy.</param>
public sealed class LandmarkMapException(string message) : LiveLandmarksException(message);
