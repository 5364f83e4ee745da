using System.Runtime.CompilerServices;
using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>One reference to a tensor of libtorch, given back on disposal or by the finalizer.</summary>
    public partial class Tensor : IDisposable
    {
        private nint _handle;

        internal Tensor(nint handle, bool register = true)
        {
            _handle = handle;
            if (register)
                DisposeScopeManager.ThreadSingleton.Register(this);
        }

        ~Tensor() => Dispose(false);

        public bool IsInvalid => _handle == 0;

        public IntPtr Handle
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                if (_handle == 0)
                    ThrowEmpty();
                return _handle;
            }
        }

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>Gets or sets the index of the tensor in its owner's list.</summary>
        internal int PlaceInScope { get; set; }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        public override bool Equals(object? obj) => obj is Tensor other && Aten.Equal.CallBool(this, other);

        public override int GetHashCode() => base.GetHashCode();

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (_handle == 0)
                return;
            if (disposing)
            {
                var statistics = DisposeScopeManager.ThreadSingleton.StatisticsInstance.TensorStatistics;
                if (OwningDisposeScope is { } owner)
                {
                    statistics.DisposedInScopeCount++;
                    owner.Remove(this);
                }
                else
                {
                    statistics.DisposedOutsideScopeCount++;
                }
            }

            ReleaseHandle();
        }

        /// <summary>Gives the native tensor back; for the owner, which has forgotten this one already.</summary>
        internal void Release()
        {
            OwningDisposeScope = null;
            GC.SuppressFinalize(this);
            ReleaseHandle();
        }

        /// <summary>Hands the native tensor and the place in a scope over to another object.</summary>
        internal nint MoveHandle()
        {
            var handle = Handle;
            _handle = 0;
            GC.SuppressFinalize(this);
            return handle;
        }

        private static void ThrowEmpty() => throw new InvalidOperationException("Tensor invalid -- empty handle.");

        private void ReleaseHandle()
        {
            if (_handle == 0)
                return;
            shim_tensor_release(_handle);
            _handle = 0;
        }
    }
}
