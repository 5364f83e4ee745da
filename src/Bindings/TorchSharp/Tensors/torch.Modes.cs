using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.ThreadSingleton.CurrentDisposeScope;

    public static DisposeScope NewDisposeScope() => DisposeScopeManager.ThreadSingleton.NewDisposeScope();

    public static IDisposable no_grad() => new GradientMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradientMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradientMode(mode);

    public static bool is_grad_enabled() => shim_grad_mode_enabled() != 0;

    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_inference_mode_enabled() => shim_inference_mode_enabled() != 0;

    public static int get_num_threads() => shim_get_num_threads();

    public static void set_num_threads(int num) => Check(shim_set_num_threads(num));

    public static int get_num_interop_threads() => shim_get_num_interop_threads();

    public static void set_num_interop_threads(int num) => Check(shim_set_num_interop_threads(num));

    /// <summary>Records operators for the backward pass or not, on this thread, until it is disposed of.</summary>
    private sealed class GradientMode : IDisposable
    {
        private readonly int _previous = shim_grad_mode_enabled();

        public GradientMode(bool enabled) => shim_grad_mode_set(enabled ? 1 : 0);

        public void Dispose() => shim_grad_mode_set(_previous);
    }

    private sealed class InferenceMode : IDisposable
    {
        private nint _mode;

        public InferenceMode(bool enabled) => Check(shim_inference_mode_enter(enabled ? 1 : 0, out _mode));

        public void Dispose()
        {
            if (_mode != 0)
                shim_inference_mode_leave(_mode);
            _mode = 0;
        }
    }
}
