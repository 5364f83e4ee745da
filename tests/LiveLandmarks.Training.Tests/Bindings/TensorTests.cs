using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace LiveLandmarks.Training.Tests.Bindings;

public sealed class TensorTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Elements_come_back_as_they_went_in()
    {
        Assert.Equal([1f, 2f, 3f], tensor(new[] { 1f, 2f, 3f }).data<float>().ToArray());
        Assert.Equal([2L, 3L], tensor(new byte[6], [2, 3]).shape);
        Assert.Equal(ScalarType.Float32, tensor(new[] { 1.0, 2.0 }, dtype: float32).dtype);
        Assert.Equal(ScalarType.Int64, tensor(5L).dtype);
        Assert.Equal([1f, 3f, 2f, 4f], tensor(new[,] { { 1f, 2f }, { 3f, 4f } }).T.data<float>().ToArray());
        Assert.True(tensor(true).item<bool>());
        Assert.Equal(7, (int)full(1, 7));
    }

    [Fact]
    public void An_array_can_be_shared()
    {
        var array = new float[2, 3];
        var shared = from_array(array);
        array[1, 2] = 5;
        Assert.Equal(5, shared[1, 2].item<float>());
        GC.Collect();
        shared.fill_(2);
        Assert.Equal(2, array[0, 0]);
    }

    [Fact]
    public void Bytes_are_the_memory_itself()
    {
        var values = zeros(2, 2);
        var floats = MemoryMarshal.Cast<byte, float>(values.bytes);
        floats[3] = 4;
        Assert.Equal(4, values[1, 1].item<float>());
        values.bytes = MemoryMarshal.AsBytes<float>([1, 2, 3, 4]).ToArray();
        Assert.Equal([1f, 2f, 3f, 4f], values.data<float>().ToArray());
        var copy = new float[4];
        values.data<float>().CopyTo(copy, 1);
        Assert.Equal([0f, 1f, 2f, 3f], copy);
    }

    [Fact]
    public void Indices_pick_what_Python_picks()
    {
        var values = arange(24).reshape(2, 3, 4);
        Assert.Equal(23, values[-1, -1, -1].item<long>());
        Assert.Equal([2L, 4L], values[TensorIndex.Colon, 1].shape);
        Assert.Equal([2L, 3L, 2L], values[TensorIndex.Ellipsis, TensorIndex.Slice(1, 3)].shape);
        Assert.Equal([2L, 1L, 3L, 4L], values[TensorIndex.Colon, TensorIndex.None].shape);
        var (first, second) = (tensor(new[] { 0L, 1L }), tensor(new[] { 1L, 0L }));
        Assert.Equal(
            [4L, 12L],
            values[TensorIndex.Tensor(first), TensorIndex.Tensor(second), 0].data<long>().ToArray());
        Assert.Equal(11, values[values > 12].shape[0]);
        values[0, 0] = zeros(4, int64);
        Assert.Equal(0, values[0, 0].sum().item<long>());
        values[TensorIndex.Ellipsis, 0] = full(1, 9);
        Assert.Equal(9, values[1, 2, 0].item<long>());
    }

    [Fact]
    public void Arithmetic_with_numbers()
    {
        var x = tensor(new[] { 1f, 2f });
        Assert.Equal([3f, 1f], (4 - x / 0.5f + 1).data<float>().ToArray());
        Assert.Equal([2f, 1f], (2 / x).data<float>().ToArray());
        Assert.Equal([-1f, -2f], (-x).data<float>().ToArray());
        Assert.Equal([true, false], (x < 1.5).data<bool>().ToArray());
        Assert.Equal([1f, 4f], x.pow(2).data<float>().ToArray());
        var (values, indexes) = x.max(0);
        Assert.Equal((2f, 1L), (values.item<float>(), indexes.item<long>()));
        Assert.Equal(1, x.argmax().item<long>());
        Assert.True(x.isfinite().all().item<bool>());
        Assert.True((x / 0).isinf().any().item<bool>());
    }

    [Fact]
    public void Resizing_gives_the_numbers_of_PyTorch()
    {
        var image = arange(9, float32).reshape(1, 1, 3, 3);
        Assert.Equal(
            [1f, 2.5f, 5.5f, 7f],
            F.interpolate(image, size: [2, 2], mode: InterpolationMode.Bilinear).reshape(-1).data<float>().ToArray());
        Assert.Equal(
            [0f, 0f, 1f, 1f, 2f, 3f, 3f, 4f, 4f, 5f],
            F.interpolate(image, size: [2, 5]).reshape(-1).data<float>().ToArray());
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
    public void Gradients_are_not_recorded_where_they_are_not_wanted()
    {
        var x = ones(1).requires_grad_();
        using (no_grad())
            Assert.False((x * 2).requires_grad);
        Assert.True((x * 2).requires_grad);
        Assert.False((x * 2).detach().requires_grad);
        Assert.Null(x.grad);
        (x * 3).sum().backward();
        Assert.Equal(3, x.grad!.item<float>());
        using (inference_mode())
            Assert.True(is_inference_mode_enabled());
    }

    [Fact]
    public void Threads_can_be_counted()
    {
        var before = get_num_threads();
        set_num_threads(1);
        Assert.Equal(1, get_num_threads());
        set_num_threads(before);
    }
}
