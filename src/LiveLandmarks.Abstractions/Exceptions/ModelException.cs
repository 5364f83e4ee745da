namespace LiveLandmarks;

/// <summary>A model is missing or was rejected: wrong hash, external data, not an ONNX file, unexpected shapes.</summary>
/// <param name="message">Names the model and the remedy.</param>
/// <param name="inner">The exception that caused it, if any.</param>
public sealed class ModelException(string message, Exception? inner = null) : LiveLandmarksException(message, inner);
