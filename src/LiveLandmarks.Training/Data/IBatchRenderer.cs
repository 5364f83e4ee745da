namespace LiveLandmarks.Training.Data;

/// <summary>Fills batches; one per worker thread.</summary>
internal interface IBatchRenderer : IDisposable
{
    /// <summary>Fills the batch of a step; the content depends on the step alone.</summary>
    /// <param name="batch">Arrays to write.</param>
    /// <param name="step">Number of the step, from 0.</param>
    /// <exception cref="InputException">A picture or its annotation cannot be used; the message names the file.</exception>
    void Fill(Batch batch, long step);
}
