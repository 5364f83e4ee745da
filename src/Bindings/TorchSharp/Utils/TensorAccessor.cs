using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>
/// The elements of a tensor in memory, in the order of its dimensions whatever its strides. The tensor stays
/// alive while they are read, even where nobody else holds it.
/// </summary>
public sealed class TensorAccessor<T> : IDisposable
    where T : unmanaged
{
    private readonly bool _isContiguous;
    private readonly long[] _shape;
    private readonly long[] _strides;
    private Tensor? _tensor;
    private nint _data;

    internal TensorAccessor(Tensor tensor)
    {
        _tensor = tensor;
        _data = tensor.Data();
        _isContiguous = tensor.is_contiguous();
        _shape = tensor.shape;
        _strides = tensor.stride();
    }

    public long Count => _tensor?.NumberOfElements ?? 0;

    public T this[params long[] indices]
    {
        get
        {
            var value = At(Offset(indices));
            GC.KeepAlive(this);
            return value;
        }

        set
        {
            At(Offset(indices)) = value;
            GC.KeepAlive(this);
        }
    }

    public T[] ToArray()
    {
        var result = new T[Count];
        if (result.Length > 0)
            CopyTo(result);
        return result;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var length = Overlap(array.Length - arrayIndex, tensorIndex);
        if (_isContiguous)
        {
            Contents(tensorIndex, length).CopyTo(array[arrayIndex..]);
        }
        else
        {
            for (var i = 0; i < length; i++)
                array[arrayIndex + i] = At(Offset(tensorIndex + i));
        }

        GC.KeepAlive(this);
    }

    public void Dispose()
    {
        _tensor = null;
        _data = 0;
    }

    private unsafe ref T At(long offset)
    {
        ObjectDisposedException.ThrowIf(_tensor is null, this);
        return ref ((T*)_data)[offset];
    }

    private unsafe Span<T> Contents(long start, int length)
    {
        ObjectDisposedException.ThrowIf(_tensor is null, this);
        return new Span<T>((T*)_data + start, length);
    }

    private int Overlap(int wanted, long tensorIndex)
    {
        if (tensorIndex < 0 || tensorIndex >= Count)
            throw new ArgumentOutOfRangeException(nameof(tensorIndex));
        return (int)Math.Min(wanted, Count - tensorIndex);
    }

    private long Offset(long[] indices)
    {
        if (indices.Length == 1)
            return Offset(indices[0]);
        var offset = 0L;
        for (var i = 0; i < _shape.Length; i++)
        {
            if (indices[i] < 0 || indices[i] >= _shape[i])
                throw new IndexOutOfRangeException($"{indices[i]} >= {_shape[i]} in dimension {i}.");
            offset += indices[i] * _strides[i];
        }

        return offset;
    }

    private long Offset(long index)
    {
        if (index < 0 || index >= Count)
            throw new IndexOutOfRangeException();
        if (_isContiguous)
            return index;
        var offset = 0L;
        for (var i = _shape.Length - 1; i >= 0; i--)
        {
            (index, var position) = Math.DivRem(index, _shape[i]);
            offset += position * _strides[i];
        }

        return offset;
    }
}
