using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>An operator of libtorch, looked up by its schema name and overload when it is first called.</summary>
internal sealed unsafe class Operator(string name, string overload = "")
{
    private const int ScratchWords = 64;
    private const int ListCapacity = 256;

    private nint _handle;

    /// <summary>Calls the operator for its one tensor.</summary>
    public Tensor Call(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        return new Tensor((nint)result.Bits);
    }

    /// <summary>Calls the operator for its two tensors.</summary>
    public (Tensor First, Tensor Second) CallPair(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[2];
        Invoke(arguments, results, 2);
        return (new Tensor((nint)results[0].Bits), new Tensor((nint)results[1].Bits));
    }

    /// <summary>Calls the operator for its list of tensors.</summary>
    public Tensor[] CallList(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[ListCapacity];
        var count = Invoke(arguments, results, ListCapacity);
        var tensors = new Tensor[Math.Min(count, ListCapacity)];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = new Tensor((nint)results[i].Bits);
        if (count > ListCapacity)
            throw new NotSupportedException($"{name} returned {count} tensors; the binding takes {ListCapacity}.");
        return tensors;
    }

    /// <summary>Calls the operator for its truth value.</summary>
    public bool CallBool(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1);
        return result.Bits != 0;
    }

    /// <summary>Calls the operator for its effect; what it returns is dropped.</summary>
    public void Run(params ReadOnlySpan<Argument> arguments) => Invoke(arguments, null, 0);

    private int Invoke(ReadOnlySpan<Argument> arguments, NativeValue* results, int capacity)
    {
        var words = 0;
        foreach (ref readonly var argument in arguments)
            words += argument.Words;

        if (words <= ScratchWords)
        {
            var scratch = stackalloc long[ScratchWords];
            return Invoke(arguments, scratch, results, capacity);
        }

        var memory = (long*)NativeMemory.Alloc((nuint)words, sizeof(long));
        try
        {
            return Invoke(arguments, memory, results, capacity);
        }
        finally
        {
            NativeMemory.Free(memory);
        }
    }

    private int Invoke(ReadOnlySpan<Argument> arguments, long* scratch, NativeValue* results, int capacity)
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

        NativeMethods.Check(
            NativeMethods.shim_operator_call(_handle, values, arguments.Length, results, capacity, out var count));
        foreach (ref readonly var argument in arguments)
            GC.KeepAlive(argument.Reference);
        return count;
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
            case string text:
                Encoding.ASCII.GetBytes(text, new Span<byte>(target, text.Length));
                break;
            case Tensor?[] tensors:
                for (var i = 0; i < tensors.Length; i++)
                    target[i] = tensors[i] is { } tensor ? tensor.Handle : 0;
                break;
        }
    }
}
