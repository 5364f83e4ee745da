namespace LiveLandmarks.Training.Import.Torch;

/// <summary>A view of a storage, as described to <c>torch._utils._rebuild_tensor_v2</c>. Offset and strides are in elements.</summary>
internal sealed record TensorReference(StorageReference Storage, long Offset, long[] Shape, long[] Strides)
{
    private const int MaxDimensions = 8;

    /// <summary>Number of elements; at most that of the storage, because <see cref="Create"/> checks it.</summary>
    public long Count => Shape.Aggregate(1L, (product, n) => product * n);

    /// <summary>Makes a view.</summary>
    /// <returns>The view, or null if it reaches outside its storage or repeats elements.</returns>
    public static TensorReference? Create(StorageReference storage, long offset, long[] shape, long[] strides)
    {
        if (shape.Length != strides.Length || shape.Length > MaxDimensions || offset < 0 || offset > storage.Count)
            return null;
        Int128 count = 1;
        Int128 last = offset;
        for (var i = 0; i < shape.Length; i++)
        {
            if (shape[i] < 0 || strides[i] < 0)
                return null;
            count *= shape[i];
            if (count > storage.Count)
                return null;
            last += (Int128)Math.Max(0, shape[i] - 1) * strides[i];
        }
        return count == 0 || last < storage.Count ? new TensorReference(storage, offset, shape, strides) : null;
    }

    /// <summary>The elements row by row, whatever the strides.</summary>
    /// <param name="storage">All elements of the storage.</param>
    public float[] Gather(ReadOnlySpan<float> storage)
    {
        var elements = new float[Count];
        var index = new long[Shape.Length];
        var from = Offset;
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = storage[(int)from];
            for (var axis = Shape.Length - 1; axis >= 0; axis--)
            {
                from += Strides[axis];
                if (++index[axis] < Shape[axis])
                    break;
                from -= Strides[axis] * Shape[axis];
                index[axis] = 0;
            }
        }
        return elements;
    }
}
