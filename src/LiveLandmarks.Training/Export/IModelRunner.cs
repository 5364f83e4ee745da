namespace LiveLandmarks.Training.Export;

/// <summary>
/// Runs an exported model. Behind an interface because ONNX Runtime and libtorch can clash in one process:
/// where they do, another implementation hands the work to a second process.
/// </summary>
public interface IModelRunner
{
    /// <summary>Runs the model once.</summary>
    /// <param name="input">[batch, 3, size, size] as flat array.</param>
    /// <returns>The output as flat array.</returns>
    float[] Run(float[] input);
}
