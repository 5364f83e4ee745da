using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>What an <see cref="InputArray"/> holds, in the layout of the shim's <c>Input</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeInput
{
    private readonly nint _matrix;
    private readonly Scalar _values;
    private readonly InputKind _kind;

    public NativeInput(nint matrix)
    {
        _matrix = matrix;
        _kind = InputKind.Matrix;
    }

    public NativeInput(Scalar values)
    {
        _values = values;
        _kind = InputKind.Scalar;
    }

    public NativeInput(double number)
    {
        _values = new Scalar(number);
        _kind = InputKind.Number;
    }

    private enum InputKind
    {
        None,
        Matrix,
        Scalar,
        Number,
    }
}
