namespace LiveLandmarks.Training.Tests.Training;

/// <summary>Tests that use torch's global random generator and therefore must not run in parallel.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TorchSeed
{
    public const string Name = "Torch seed";
}
