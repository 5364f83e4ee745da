using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.ThreadSingleton.NewDisposeScope();

    public static IDisposable no_grad() => new GradientMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradientMode(enabled);

    public static void set_num_threads(int num) => Check(shim_set_num_threads(num));

    /// <summary>Records operators for the backward pass or not, on this thread, until it is disposed of.</summary>
    private sealed class GradientMode : IDisposable
    {
        private readonly int _previous = shim_grad_mode_enabled();
        private bool _isOver;

        public GradientMode(bool enabled) => shim_grad_mode_set(enabled ? 1 : 0);

        public void Dispose()
        {
            if (!_isOver)
                shim_grad_mode_set(_previous);
            _isOver = true;
        }
    }
}
