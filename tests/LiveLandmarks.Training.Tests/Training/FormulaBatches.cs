using LiveLandmarks.Training.Data;

namespace LiveLandmarks.Training.Tests.Training;

/// <summary>Batches that depend only on the step: a bright spot, and its heatmap as the target.</summary>
internal sealed class FormulaBatches(int count, int channels) : IBatchSource
{
    private const int InputSize = 32, MapSize = 8;

    private int lent;

    /// <summary>The step from which on the pictures are NaN.</summary>
    public long BrokenFrom { get; init; } = long.MaxValue;

    /// <summary>Called before a batch is made.</summary>
    public Action<long>? Asked { get; init; }

    public bool AllReturned => lent == 0;

    public Batch Next(long step)
    {
        Asked?.Invoke(step);
        lent++;
        var batch = new Batch(count, InputSize, MapSize, channels);
        var random = new Random((int)step);
        for (var n = 0; n < count; n++)
        {
            var (row, column) = (random.Next(MapSize), random.Next(MapSize));
            for (var i = 0; i < InputSize * InputSize; i++)
            {
                var distance = Math.Pow(i / InputSize - 4 * row, 2) + Math.Pow(i % InputSize - 4 * column, 2);
                for (var c = 0; c < 3; c++)
                    batch.Images[(n * 3 + c) * InputSize * InputSize + i] = step >= BrokenFrom
                        ? float.NaN
                        : (float)Math.Exp(-distance / 32);
            }
            for (var c = 0; c < channels; c++)
            {
                for (var i = 0; i < MapSize * MapSize; i++)
                {
                    var distance = Math.Pow(i / MapSize - row, 2) + Math.Pow(i % MapSize - column, 2);
                    var cell = (n * channels + c) * MapSize * MapSize + i;
                    batch.Heatmaps[cell] = (float)Math.Exp(-distance / 2);
                    batch.Weights[cell] = distance < 4 ? 1 : 0;
                }
            }
        }
        return batch;
    }

    public void Return(Batch batch) => lent--;

    public void Dispose()
    {
    }
}
