using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>An operator of libtorch, looked up by its schema name and overload when it is first called.</summary>
internal sealed unsafe class Operator(string name, string overload = "")
{
    private const int ScratchWords = 64;

    private nint _handle;

    /// <summary>Calls the operator for its one tensor.</summary>
    public Tensor Call(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result);
        return new Tensor((nint)result.Bits);
    }

    /// <summary>Calls the operator for its truth value.</summary>
    public bool CallBool(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result);
        return result.Bits != 0;
    }

    /// <summary>Calls the operator for its effect; what it returns is dropped.</summary>
    public void Run(params ReadOnlySpan<Argument> arguments) => Invoke(arguments, null);

    private void Invoke(ReadOnlySpan<Argument> arguments, NativeValue* result)
    {
        var words = 0;
        foreach (ref readonly var argument in arguments)
            words += argument.Words;

        if (words <= ScratchWords)
        {
            var scratch = stackalloc long[ScratchWords];
            Invoke(arguments, scratch, result);
            return;
        }

        var memory = (long*)NativeMemory.Alloc((nuint)words, sizeof(long));
        try
        {
            Invoke(arguments, memory, result);
        }
        finally
        {
            NativeMemory.Free(memory);
        }
    }

    private void Invoke(ReadOnlySpan<Argument> arguments, long* scratch, NativeValue* result)
    {
        if (_handle == 0)
            NativeMethods.Check(NativeMethods.shim_operator_find(name, overload, out _handle));

        var values = stackalloc NativeValue[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            ref readonly var argument = ref arguments[i];
            values[i].Kind = argument.Kind;
            values[i].Count = argument.Count;
            values[i].Bits = argument.Bits;
            if (argument.Words > 0)
            {
                WriteElements(argument, scratch);
                values[i].Bits = (long)scratch;
                scratch += argument.Words;
            }
        }

        NativeMethods.Check(NativeMethods.shim_operator_call(_handle, values, arguments.Length, result));
        foreach (ref readonly var argument in arguments)
            GC.KeepAlive(argument.Reference);
    }

    private static void WriteElements(in Argument argument, long* target)
    {
        switch (argument.Reference)
        {
            case long[] integers:
                integers.CopyTo(new Span<long>(target, integers.Length));
                break;
            case double[] numbers:
                numbers.CopyTo(new Span<double>(target, numbers.Length));
                break;
            case Tensor[] tensors:
                for (var i = 0; i < tensors.Length; i++)
                    target[i] = tensors[i].Handle;
                break;
        }
    }
}
