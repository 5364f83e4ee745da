using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Owns the tensors created on its thread while it is the innermost scope. A tensor knows its place in its
/// owner's list, so that leaving a scope needs no search.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager _manager;
    private List<Tensor> _tensors = [];
    private bool _isDisposed;

    internal DisposeScope(DisposeScopeManager manager)
    {
        _manager = manager;
        OuterScope = manager.CurrentDisposeScope;
    }

    public IReadOnlyList<IDisposable> DisposablesView
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _tensors.ToArray<IDisposable>();
        }
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

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second));

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable =>
        (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(OuterScope, disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(OuterScope, disposables);

    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        Move(scope, disposable);
        return disposable;
    }

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) =>
        MoveToOther(scope, disposables.AsEnumerable());

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
            Move(scope, disposable);
    }

    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        Move(null, disposable);
        return disposable;
    }

    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable =>
        (Detach(first), Detach(second));

    public void Detach(params IDisposable[] disposables) => MoveToOther(null, disposables);

    public void Detach(IEnumerable<IDisposable> disposables) => MoveToOther(null, disposables);

    public void Attach(IDisposable disposable)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (disposable is not Tensor tensor)
            throw new InvalidOperationException("DisposeScope can only manage Tensor or PackedSequence");
        if (tensor.OwningDisposeScope == this)
            return;
        tensor.OwningDisposeScope?.Remove(tensor);
        Add(tensor);
        _manager.StatisticsInstance.TensorStatistics.AttachedToScopeCount++;
    }

    public void Attach(params IDisposable[] disposables) => Attach(disposables.AsEnumerable());

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var result = disposables.ToList();
        foreach (var disposable in result)
            Attach(disposable);
        return result;
    }

    public void DisposeEverything() => DisposeEverythingBut([]);

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var kept = new HashSet<Tensor>(
            inKeep.OfType<Tensor>().Where(Contains), ReferenceEqualityComparer.Instance);
        foreach (var tensor in kept)
            Remove(tensor);

        var doomed = _tensors;
        _tensors = [];
        foreach (var tensor in doomed)
        {
            _manager.StatisticsInstance.TensorStatistics.DisposedInScopeCount++;
            tensor.Release();
        }

        foreach (var tensor in kept)
            Add(tensor);
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut(keep.AsEnumerable());

    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    public void MarkAsDisposed(IDisposable disposable)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (disposable is Tensor tensor)
            Remove(tensor);
    }

    public bool Contains(IDisposable disposable) => disposable is Tensor tensor && tensor.OwningDisposeScope == this;

    public void Dispose()
    {
        if (_isDisposed)
            return;
        DisposeEverything();
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
        if (scope is not null)
            scope.Add(tensor);
        else
            _manager.StatisticsInstance.TensorStatistics.DetachedFromScopeCount++;
    }
}
