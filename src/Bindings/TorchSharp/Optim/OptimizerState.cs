using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract class OptimizerState
{
    protected Parameter _parameter;

    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    public abstract void SaveStateDict(BinaryWriter writer);

    public abstract void LoadStateDict(BinaryReader reader);

    public abstract void LoadStateDict(OptimizerState source);

    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    public abstract void Initialize(OptimizerOptions options);

    public virtual void to(Device device) => InitializeDevice(device);

    private protected static void SaveOptional(BinaryWriter writer, Tensor? tensor)
    {
        writer.Write(tensor is not null);
        tensor?.Save(writer);
    }

    private protected static void LoadOptional(BinaryReader reader, ref Tensor? tensor)
    {
        var stored = reader.ReadBoolean() ? TensorExtensionMethods.Load(reader) : null;
        Replace(ref tensor, stored);
    }

    /// <summary>Puts a tensor that no scope owns in place of another.</summary>
    private protected static void Replace(ref Tensor? field, Tensor? value)
    {
        field?.Dispose();
        field = value?.DetachFromDisposeScope();
    }

    private protected static bool Close(Tensor? left, Tensor? right) =>
        left is null || right is null ? left is null && right is null : left.allclose(right);

    private protected Tensor Zeros() => zeros_like(_parameter).DetachFromDisposeScope();
}
