using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public class Generator : IDisposable
    {
        private nint _handle;

        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = InitializeDevice(device);
            Check(shim_generator_new(seed, out _handle));
        }

        private Generator(nint handle)
        {
            device = CPU;
            _handle = handle;
        }

        ~Generator() => Dispose(false);

        public static Generator Default
        {
            get
            {
                Check(shim_generator_default(out var handle));
                return new Generator(handle);
            }
        }

        public IntPtr Handle => _handle;

        public Device device { get; }

        public Tensor get_state()
        {
            Check(shim_generator_get_state(_handle, out var state));
            GC.KeepAlive(this);
            return new Tensor(state);
        }

        public void set_state(Tensor value)
        {
            Check(shim_generator_set_state(_handle, value.Handle));
            GC.KeepAlive(value);
            GC.KeepAlive(this);
        }

        public Generator manual_seed(long seed)
        {
            Check(shim_generator_set_seed(_handle, unchecked((ulong)seed)));
            return this;
        }

        public long seed()
        {
            Check(shim_generator_seed(_handle, out var seed));
            GC.KeepAlive(this);
            return unchecked((long)seed);
        }

        public long initial_seed()
        {
            var seed = shim_generator_initial_seed(_handle);
            GC.KeepAlive(this);
            return unchecked((long)seed);
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (_handle == 0)
                return;
            shim_generator_release(_handle);
            _handle = 0;
        }
    }
}
