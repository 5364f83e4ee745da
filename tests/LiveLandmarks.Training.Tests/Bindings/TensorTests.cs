using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Bindings;

public sealed class TensorTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Elements_come_back_as_they_went_in()
    {
        Assert.Equal([1f, 2f, 3f], tensor(new[] { 1f, 2f, 3f }).data<float>().ToArray());
        Assert.Equal([2L, 3L], tensor(new long[6], [2, 3]).shape);
        Assert.Equal(ScalarType.Float32, tensor(new[] { 1.0, 2.0 }, dtype: float32).dtype);
        Assert.Equal(ScalarType.Int64, tensor(5L).dtype);
        var transposed = tensor(new[] { 1f, 2f, 3f, 4f }, [2, 2]).permute(1, 0);
        Assert.Equal([1f, 3f, 2f, 4f], transposed.data<float>().ToArray());
        Assert.Equal([1f, 3f, 2f, 4f], transposed.contiguous().data<float>().ToArray());
    }

    [Fact]
    public void Indices_pick_what_Python_picks()
    {
        var values = tensor([.. Enumerable.Range(0, 24).Select(value => (long)value)], [2, 3, 4]);
        Assert.Equal(23, values[-1, -1, -1].item<long>());
        Assert.Equal([2L, 4L], values[TensorIndex.Colon, 1].shape);
        Assert.Equal([2L, 3L, 2L], values[TensorIndex.Ellipsis, TensorIndex.Slice(1, 3)].shape);
        Assert.Equal([2L, 1L, 3L, 4L], values[TensorIndex.Colon, TensorIndex.None].shape);
        values[0, 0] = zeros([4], int64);
        Assert.Equal(0, values[0, 0].sum().item<long>());
        values[TensorIndex.Ellipsis, 0] = tensor(new[] { 9L });
        Assert.Equal(9, values[1, 2, 0].item<long>());
    }

    [Fact]
    public void Arithmetic_with_numbers()
    {
        var x = tensor(new[] { 1f, 2f });
        Assert.Equal([3f, 1f], (4.0 - x / 0.5 + 1.0).data<float>().ToArray());
        Assert.Equal([-1f, -2f], (-x).data<float>().ToArray());
        Assert.Equal([false, true], x.gt(1.5).data<bool>().ToArray());
    }

    [Fact]
    public void An_error_of_libtorch_says_what_is_wrong()
    {
        var error = Assert.Throws<ExternalException>(() => zeros(2).add(zeros(3)));
        Assert.Contains("must match the size of tensor b", error.Message);
        Assert.Throws<ArgumentException>(() => zeros(2).data<double>());
        Assert.Throws<ArgumentException>(() => zeros(2).item<float>());
    }

    [Fact]
    public void A_mode_ends_once()
    {
        var x = ones(1).requires_grad_();
        var first = no_grad();
        first.Dispose();
        using var second = no_grad();
        first.Dispose();
        Assert.False((x * 2.0).requires_grad);
    }

    [Fact]
    public void Elements_are_read_while_the_collector_runs()
    {
        var values = Enumerable.Repeat(1f, 1 << 16).ToArray();
        var read = new List<float[]>();

        // Of its own thread, where no scope holds the tensors.
        var reader = new Thread(() =>
        {
            for (var i = 0; i < 100; i++)
                read.Add(tensor(values).data<float>().ToArray());
        });
        reader.Start();
        while (!reader.Join(1))
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.All(read, elements => Assert.Equal(values, elements));
    }

    [Fact]
    public void Gradients_are_not_recorded_where_they_are_not_wanted()
    {
        var x = ones(1).requires_grad_();
        using (no_grad())
            Assert.False((x * 2.0).requires_grad);
        Assert.True((x * 2.0).requires_grad);
        Assert.False((x * 2.0).detach().requires_grad);
        Assert.Null(x.grad);
        (x * 3.0).sum().backward();
        Assert.Equal(3, x.grad!.item<float>());
    }
}
