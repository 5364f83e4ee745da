namespace LiveLandmarks.Training.Tests.Bindings;

/// <summary>Tests that look at the memory of the whole process: nothing else may run beside them.</summary>
[CollectionDefinition(nameof(ProcessMemory), DisableParallelization = true)]
public static class ProcessMemory;
