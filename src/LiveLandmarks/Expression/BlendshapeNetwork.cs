using System.Numerics;
using LiveLandmarks.Inference;
using LiveLandmarks.Models;

namespace LiveLandmarks.Expression;

/// <summary>The network that finds ARKit's movements and the gaze from the landmarks and pupils of a face. It is small and always runs on
/// the CPU. Not thread-safe.</summary>
public sealed class BlendshapeNetwork : IDisposable
{
    // Degrees by which eyes converge at most, on something 30 cm away.
    private const float LargestVergence = 12;

    private readonly NetworkSession session;
    private readonly int inputs;

    /// <summary>Opens a network.</summary>
    /// <param name="model">A model of kind <see cref="ModelKind.Expression"/>.</param>
    /// <exception cref="ModelException">The model is not an expression model, or cannot be run.</exception>
    public BlendshapeNetwork(ModelFile model)
    {
        var manifest = model.Manifest;
        inputs = manifest.Gaze ? ExpressionFeatures.CountWithPupil : ExpressionFeatures.Count;
        if (manifest.Kind != ModelKind.Expression || manifest.Movements is null || manifest.Input.Size != inputs)
            throw new ModelException($"{manifest.Name}: not an expression model of {inputs} inputs.");
        (Name, Movements, FindsGaze) = (manifest.Name, manifest.Movements, manifest.Gaze);
        session = NetworkSession.Open(model, new InferenceOptions { Device = ExecutionDevice.Cpu, Threads = 1 });
        if (FindsGaze)
            session.Prepare(2);
    }

    /// <summary>Name of the model.</summary>
    public string Name { get; }

    /// <summary>The movements that the network finds. The others cannot be told from landmarks.</summary>
    public IReadOnlyList<Blendshape> Movements { get; }

    /// <summary>Whether the network finds where the eyes look, if it is given the pupils.</summary>
    public bool FindsGaze { get; }

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
        return batch.Output[..Movements.Count];
    }

    /// <summary>Finds the movements of a face and where its eyes look. Only for a network that finds the gaze.</summary>
    /// <param name="points">68 landmarks in the order of iBUG, image pixels.</param>
    /// <param name="pupils">The pupils, image pixels.</param>
    /// <param name="areBoth">Whether both are known: then the eyes look at one point. Else the gaze of an eye does not depend on the other
    /// eye's pupil.</param>
    /// <param name="pose">The head's pose.</param>
    /// <param name="right">Where the right eye looks.</param>
    /// <param name="left">Where the left eye looks.</param>
    /// <returns>The strength of each of <see cref="Movements"/>, 0 to 1; valid until the next call.</returns>
    internal ReadOnlySpan<float> Run(
        ReadOnlySpan<Landmark> points, FacePupils pupils, bool areBoth, in HeadPose pose, out GazeDirection right, out GazeDirection left)
    {
        // The left eye is the right one of the mirrored face.
        var batch = session.Batch(2);
        var own = batch.Input[..inputs];
        var mirrored = batch.Input[inputs..];
        ExpressionFeatures.Write(points, pupils.Left, pose, own);
        ExpressionFeatures.Mirror(own, mirrored);
        ExpressionFeatures.Write(points, pupils.Right, pose, own);
        session.Run(batch);
        var found = batch.Output;
        var (ofRight, ofLeft) = (Movements.Count, found.Length - 2);
        var (rightYaw, rightPitch) = (ExpressionFeatures.Degrees * found[ofRight], ExpressionFeatures.Degrees * found[ofRight + 1]);
        var (leftYaw, leftPitch) = (-ExpressionFeatures.Degrees * found[ofLeft], ExpressionFeatures.Degrees * found[ofLeft + 1]);
        if (areBoth)
        {
            var (yaw, inwards) = ((rightYaw + leftYaw) / 2, Math.Clamp(rightYaw - leftYaw, 0, LargestVergence) / 2);
            (rightYaw, leftYaw) = (yaw + inwards, yaw - inwards);
            rightPitch = leftPitch = (rightPitch + leftPitch) / 2;
        }
        right = Gaze(rightYaw, rightPitch, pose);
        left = Gaze(leftYaw, leftPitch, pose);
        return found[..Movements.Count];
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();

    /// <summary>The direction of an eye.</summary>
    /// <param name="yaw">From the axis of the head, degrees, positive to the person's left.</param>
    /// <param name="pitch">From the axis of the head, degrees, positive up.</param>
    /// <param name="pose">The head's pose.</param>
    private static GazeDirection Gaze(float yaw, float pitch, in HeadPose pose) =>
        new(Vector3.Transform(GazeDirection.FromAngles(yaw, pitch).Direction, pose.Rotation));
}
