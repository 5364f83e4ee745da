using System.Diagnostics;

namespace LiveLandmarks.Training.Training;

/// <summary>Collects the losses of consecutive steps, and the time they take.</summary>
internal sealed class LossWindow
{
    private readonly long started = Stopwatch.GetTimestamp();
    private double sum;
    private long steps;

    /// <summary>The mean loss.</summary>
    public double Mean => sum / steps;

    /// <summary>Adds steps.</summary>
    /// <param name="losses">The sum of their losses.</param>
    /// <param name="count">Number of steps.</param>
    public void Add(double losses, long count)
    {
        sum += losses;
        steps += count;
    }

    /// <summary>Summarizes the steps, without a validation.</summary>
    public TrainingProgress Progress(long step, long total, long perEpoch, int batchSize, double learningRate)
    {
        var seconds = Math.Max(1e-9, Stopwatch.GetElapsedTime(started).TotalSeconds);
        return new TrainingProgress(step, total, (double)step / perEpoch, Mean, learningRate, steps * batchSize / seconds,
            TimeSpan.FromSeconds((total - step) * seconds / steps), null);
    }
}
