namespace LiveLandmarks.Training.Training;

/// <summary>A training cannot start or go on; the message says why in a sentence for the user.</summary>
public sealed class TrainingException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Why.</param>
    /// <param name="inner">What went wrong underneath, or null.</param>
    public TrainingException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
