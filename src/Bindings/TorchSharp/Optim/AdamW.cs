using static TorchSharp.torch;

namespace TorchSharp.Modules;

public class AdamW : OptimizerHelper
{
    public AdamW(
        IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999,
        double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
    {
        Require.NotNegative((lr, "learning rate"), (eps, "ε"), (weight_decay, "weight_decay value"));
        Require.Fraction((beta1, "beta1"), (beta2, "beta2"));
        Require.Off((amsgrad, nameof(amsgrad)), (maximize, nameof(maximize)));
        var options = new Options
        {
            LearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
        };
        Add(parameters, options, parameter => new State(parameter));
    }

    public override Tensor? step(Func<Tensor>? closure = null) => Step<Options, State>(Update, closure);

    private static void Update(Options options, Parameter parameter, State state, Tensor gradient)
    {
        var (lr, beta1, beta2) = (options.LearningRate!.Value, options.beta1!.Value, options.beta2!.Value);
        var weightDecay = options.weight_decay!.Value;

        state.step++;
        if (weightDecay != 0)
            Aten.MulScalarInPlace.Run(parameter, 1 - lr * weightDecay);
        Aten.MulScalarInPlace.Run(state.exp_avg, beta1);
        Aten.AddInPlace.Run(state.exp_avg, gradient, 1 - beta1);
        Aten.MulScalarInPlace.Run(state.exp_avg_sq, beta2);
        Aten.AddcmulInPlace.Run(state.exp_avg_sq, gradient, gradient, 1 - beta2);

        var denominator = Aten.Sqrt.Call(state.exp_avg_sq);
        Aten.DivScalarInPlace.Run(denominator, Math.Sqrt(1 - Math.Pow(beta2, state.step)));
        Aten.AddScalarInPlace.Run(denominator, options.eps!.Value, 1L);
        var stepSize = lr / (1 - Math.Pow(beta1, state.step));
        Aten.AddcdivInPlace.Run(parameter, state.exp_avg, denominator, -stepSize);
    }

    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor exp_avg;
        public Tensor exp_avg_sq;

        public State(Parameter parameter)
            : base(parameter) =>
            (exp_avg, exp_avg_sq) = (Zeros(), Zeros());

        public void Dispose()
        {
            exp_avg.Dispose();
            exp_avg_sq.Dispose();
        }
    }

    public class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? eps;
        public double? weight_decay;
    }
}
