using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>What a value on its way to or from an operator is, in the numbers of the shim's <c>Kind</c>.</summary>
internal enum ValueKind
{
    None,
    Tensor,
    Int,
    Double,
    Bool,
    IntList,
    DoubleList,
    TensorList,
    Device,
    Generator,
}

/// <summary>A value on its way to or from an operator, in the layout of the shim's <c>Value</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeValue
{
    public ValueKind Kind;
    public int Count;
    public long Bits;
}
