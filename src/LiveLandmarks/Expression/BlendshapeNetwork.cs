using LiveLandmarks.Inference;
using LiveLandmarks.Models;

namespace LiveLandmarks.Expression;

/// <summary>The network that finds ARKit's movements from the landmarks of a face. It is small and always runs on the CPU. Not
/// thread-safe.</summary>
public sealed class BlendshapeNetwork : IDisposable
{
    private readonly NetworkSession session;

    /// <summary>Opens a network.</summary>
    /// <param name="model">A model of kind <see cref="ModelKind.Expression"/>.</param>
    /// <exception cref="ModelException">The model is not an expression model, or cannot be run.</exception>
    public BlendshapeNetwork(ModelFile model)
    {
        var manifest = model.Manifest;
        if (manifest.Kind != ModelKind.Expression || manifest.Movements is null || manifest.Input.Size != ExpressionFeatures.Count)
            throw new ModelException($"{manifest.Name}: not an expression model of {ExpressionFeatures.Count} inputs.");
        (Name, Movements) = (manifest.Name, manifest.Movements);
        session = NetworkSession.Open(model, new InferenceOptions { Device = ExecutionDevice.Cpu, Threads = 1 });
    }

    /// <summary>Name of the model.</summary>
    public string Name { get; }

    /// <summary>The movements that the network finds. The others cannot be told from landmarks.</summary>
    public IReadOnlyList<Blendshape> Movements { get; }

    /// <summary>Opens the network of a folder of models.</summary>
    /// <param name="models">Which model to use, and from which folder.</param>
    /// <returns>The network; null if none is wanted, or if none is named and the folder has none.</returns>
    /// <exception cref="ModelException">There is no model of the given name, or it cannot be used.</exception>
    public static BlendshapeNetwork? Open(ModelChoice models)
    {
        if (models.Expression == ModelChoice.None)
            return null;
        var catalog = ModelCatalog.Open(models.Folder);
        return models.Expression is null && !catalog.Has(ModelKind.Expression)
            ? null
            : new BlendshapeNetwork(catalog.Load(ModelKind.Expression, models.Expression));
    }

    /// <summary>Finds the movements of a face.</summary>
    /// <param name="points">68 landmarks in the order of iBUG, image pixels.</param>
    /// <param name="pose">The head's pose.</param>
    /// <returns>The strength of each of <see cref="Movements"/>, 0 to 1; valid until the next call.</returns>
    internal ReadOnlySpan<float> Run(ReadOnlySpan<Landmark> points, in HeadPose pose)
    {
        var batch = session.Batch(1);
        ExpressionFeatures.Write(points, pose, batch.Input);
        session.Run(batch);
        return batch.Output;
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();
}
