using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Owns the tensors created on its thread while it is the innermost scope. A tensor knows its place in its
/// owner's list, so that leaving a scope needs no search.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager _manager;
    private readonly List<Tensor> _tensors = [];
    private bool _isDisposed;

    internal DisposeScope(DisposeScopeManager manager)
    {
        _manager = manager;
        OuterScope = manager.CurrentDisposeScope;
    }

    public int DisposablesCount
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _tensors.Count;
        }
    }

    internal DisposeScope? OuterScope { get; set; }

    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
    {
        Move(OuterScope, disposable);
        return disposable;
    }

    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        Move(null, disposable);
        return disposable;
    }

    public bool Contains(IDisposable disposable) => disposable is Tensor tensor && tensor.OwningDisposeScope == this;

    public void Dispose()
    {
        if (_isDisposed)
            return;
        foreach (var tensor in _tensors)
            tensor.Release();
        _manager.StatisticsInstance.TensorStatistics.DisposedInScopeCount += _tensors.Count;
        _tensors.Clear();
        _manager.RemoveDisposeScope(this);
        _isDisposed = true;
    }

    internal void Add(Tensor tensor)
    {
        tensor.OwningDisposeScope = this;
        tensor.PlaceInScope = _tensors.Count;
        _tensors.Add(tensor);
    }

    internal bool Remove(Tensor tensor)
    {
        if (tensor.OwningDisposeScope != this)
            return false;
        tensor.OwningDisposeScope = null;
        var last = _tensors[^1];
        _tensors[tensor.PlaceInScope] = last;
        last.PlaceInScope = tensor.PlaceInScope;
        _tensors.RemoveAt(_tensors.Count - 1);
        return true;
    }

    private void Move(DisposeScope? scope, IDisposable disposable)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (scope == this || disposable is not Tensor tensor || !Remove(tensor))
            return;
        scope?.Add(tensor);
    }
}
