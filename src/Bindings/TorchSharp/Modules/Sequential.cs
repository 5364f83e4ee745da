using static TorchSharp.torch;

namespace TorchSharp.Modules;

public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<nn.IModule<Tensor, Tensor>> _steps = [];

    internal Sequential()
        : base(nameof(Sequential))
    {
    }

    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        register_module(name, (nn.Module)module);
        _steps.Add(module);
        return this;
    }

    public Sequential append(nn.IModule<Tensor, Tensor> module) =>
        append(_steps.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), module);

    public override Tensor forward(Tensor tensor)
    {
        if (_steps.Count == 0)
            return tensor.alias();

        using var scope = NewDisposeScope();
        foreach (var step in _steps)
            tensor = step.call(tensor);
        return scope.MoveToOuter(tensor);
    }
}
