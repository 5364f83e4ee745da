using LiveLandmarks.Training.Export;

namespace LiveLandmarks.Training.Tests.Export;

/// <summary>Answers in the place of a model.</summary>
internal sealed class FakeRunner(Func<float[], float[]> answer) : IModelRunner
{
    public float[] Run(float[] input) => answer(input);
}
