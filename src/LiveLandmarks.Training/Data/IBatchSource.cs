namespace LiveLandmarks.Training.Data;

/// <summary>Deals out batches by the number of the training step, so that a resumed run sees what an unbroken one would have.</summary>
public interface IBatchSource : IDisposable
{
    /// <summary>The batch of a step; waits until it is ready.</summary>
    /// <param name="step">Number of the step, from 0. Steps in a row are prepared ahead; a jump is allowed and costs a wait.</param>
    /// <returns>A batch to hand to <see cref="Return"/> after use.</returns>
    /// <exception cref="InputException">A picture or its annotation cannot be used; names the file.</exception>
    Batch Next(long step);

    /// <summary>Gives a batch back; its arrays are used again.</summary>
    /// <param name="batch">A batch of this source that nobody reads any more.</param>
    void Return(Batch batch);
}
