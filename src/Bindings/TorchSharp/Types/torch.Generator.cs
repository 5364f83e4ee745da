using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public class Generator : IDisposable
    {
        private nint _handle;

        private Generator(nint handle) => _handle = handle;

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

        public Generator manual_seed(long seed)
        {
            Check(shim_generator_set_seed(_handle, unchecked((ulong)seed)));
            return this;
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
