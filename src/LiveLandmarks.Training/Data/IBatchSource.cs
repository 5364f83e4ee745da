namespace LiveLandmarks.Training.Data;

/// <summary>Supplies batches by the number of the training step, so that a resumed run sees the same batches as an uninterrupted
/// one.</summary>
public interface IBatchSource : IDisposable
{
    /// <summary>The batch of a step; waits until it is ready.</summary>
    /// <param name="step">Number of the step, from 0. Consecutive steps are prepared ahead; a jump is allowed, but must wait.</param>
    /// <returns>A batch to hand to <see cref="Return"/> after use.</returns>
    /// <exception cref="InputException">A picture or its annotation cannot be used; the message names the file.</exception>
    Batch Next(long step);

    /// <summary>Returns a batch; its arrays are reused.</summary>
    /// <param name="batch">A batch of this source that is no longer read.</param>
    void Return(Batch batch);
}
