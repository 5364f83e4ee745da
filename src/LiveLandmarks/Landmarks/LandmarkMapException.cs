namespace LiveLandmarks.Landmarks;

/// <summary>An output needs other landmarks than those that the model finds, and there is no map between the two.</summary>
/// <param name="message">Names the schemes and the remedy.</param>
public sealed class LandmarkMapException(string message) : LiveLandmarksException(message);
