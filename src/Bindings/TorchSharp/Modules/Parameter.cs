using static TorchSharp.torch;

namespace TorchSharp.Modules;

public class Parameter : Tensor
{
    /// <summary>Takes the tensor's place: its native half and its place in a scope.</summary>
    public Parameter(Tensor data, bool requires_grad = true)
        : base(data.with_requires_grad(requires_grad).MoveHandle(), register: false)
    {
        if (data.OwningDisposeScope is not { } scope)
            return;
        scope.Remove(data);
        scope.Add(this);
    }
}
