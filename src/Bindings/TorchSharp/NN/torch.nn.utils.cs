using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static class utils
        {
            public static double clip_grad_norm_(
                IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                using var scope = NewDisposeScope();
                using var mode = no_grad();
                var gradients = tensors.Select(tensor => tensor.grad).OfType<Tensor>().ToList();
                if (gradients.Count == 0)
                    return 0;

                var norms = gradients.Select(gradient => Norm(gradient, norm_type)).ToArray();
                var total = Norm(stack(norms), norm_type).ToScalar().ToDouble();
                var scale = max_norm / (total + 1e-6);
                if (scale < 1)
                    foreach (var gradient in gradients)
                        Aten.MulScalarInPlace.Run(gradient, scale);
                return total;
            }

            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var scope = NewDisposeScope();
                using var mode = no_grad();
                foreach (var gradient in tensors.Select(tensor => tensor.grad).OfType<Tensor>())
                    Aten.ClampInPlace.Run(gradient, -clip_value, clip_value);
            }

            private static Tensor Norm(Tensor tensor, double type) =>
                double.IsPositiveInfinity(type) ? tensor.abs().max() : Aten.Norm.Call(tensor, type);
        }
    }
}
