using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Tensors that a module owns: out of reach of the scopes, and registered under a name.</summary>
internal static class Owned
{
    public static void Set(nn.Module owner, string name, ref Parameter? field, Parameter? value)
    {
        if (field == (object?)value)
            return;
        field?.Dispose();
        field = (Parameter?)value?.DetachFromDisposeScope();
        owner.SetParameter(name, field);
    }

    public static void Set(nn.Module owner, string name, ref Tensor? field, Tensor? value)
    {
        if (field == (object?)value)
            return;
        field?.Dispose();
        field = value?.DetachFromDisposeScope();
        owner.SetBuffer(name, field);
    }
}
