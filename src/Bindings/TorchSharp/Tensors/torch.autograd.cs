using static TorchSharp.NativeMethods;

namespace TorchSharp;

public static partial class torch
{
    public static class autograd
    {
        public static unsafe IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false,
            bool create_graph = false, bool allow_unused = false)
        {
            var (of, inf, gf) = (Handles(outputs), Handles(inputs), Handles(grad_outputs));
            var results = new nint[inf.Length];
            fixed (nint* o = of, i = inf, g = gf, r = results)
                Check(shim_autograd_grad(
                    o, of.Length, i, inf.Length, g, gf.Length, retain_graph ? 1 : 0, create_graph ? 1 : 0,
                    allow_unused ? 1 : 0, r));
            GC.KeepAlive((outputs, inputs, grad_outputs));
            return results.Select(handle => new Tensor(handle)).ToList();
        }

        public static unsafe void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null,
            bool create_graph = false, IList<Tensor>? inputs = null)
        {
            var (tf, gf, inf) = (Handles(tensors), Handles(grad_tensors), Handles(inputs));
            fixed (nint* t = tf, g = gf, i = inf)
                Check(shim_autograd_backward(
                    t, tf.Length, g, gf.Length, retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0, i,
                    inf.Length));
            GC.KeepAlive((tensors, grad_tensors, inputs));
        }

        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        private static nint[] Handles(IList<Tensor>? tensors) =>
            tensors is null ? [] : tensors.Select(tensor => (nint)tensor.Handle).ToArray();
    }
}
