namespace LiveLandmarks.Training.Tests.Training;

/// <summary>Tests that draw from torch's global generator and must not be disturbed by others that do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TorchSeed
{
    public const string Name = "Torch seed";
}
