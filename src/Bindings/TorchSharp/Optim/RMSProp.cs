using static TorchSharp.torch;

namespace TorchSharp.Modules;

public class RMSProp : OptimizerHelper
{
    public RMSProp(
        IEnumerable<Parameter> parameters, double lr = 0.001, double alpha = 0.99, double eps = 1e-8,
        double weight_decay = 0, double momentum = 0.0, bool centered = false, bool maximize = false)
    {
        Require.NotNegative((lr, "learning rate"), (eps, "ε"), (alpha, "alpha"), (momentum, "momentum value"));
        Require.NotNegative((weight_decay, "weight_decay value"));
        Require.Off((centered, nameof(centered)), (maximize, nameof(maximize)));
        var options = new Options
        {
            LearningRate = lr,
            eps = eps,
            alpha = alpha,
            momentum = momentum,
            weight_decay = weight_decay,
        };
        Add(parameters, options, parameter => new State(parameter));
    }

    public override Tensor? step(Func<Tensor>? closure = null) => Step<Options, State>(Update, closure);

    private static void Update(Options options, Parameter parameter, State state, Tensor gradient)
    {
        var (lr, alpha, momentum) = (options.LearningRate!.Value, options.alpha!.Value, options.momentum!.Value);
        var weightDecay = options.weight_decay!.Value;

        state.step++;
        if (weightDecay != 0)
            gradient = Aten.Add.Call(gradient, parameter, weightDecay);
        Aten.MulScalarInPlace.Run(state.square_avg, alpha);
        Aten.AddcmulInPlace.Run(state.square_avg, gradient, gradient, 1 - alpha);

        var average = Aten.Sqrt.Call(state.square_avg);
        Aten.AddScalarInPlace.Run(average, options.eps!.Value, 1L);
        if (momentum == 0)
        {
            Aten.AddcdivInPlace.Run(parameter, gradient, average, -lr);
            return;
        }

        Aten.MulScalarInPlace.Run(state.momentum_buffer, momentum);
        Aten.AddcdivInPlace.Run(state.momentum_buffer, gradient, average, 1L);
        Aten.AddInPlace.Run(parameter, state.momentum_buffer, -lr);
    }

    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor square_avg;
        public Tensor momentum_buffer;

        public State(Parameter parameter)
            : base(parameter) =>
            (square_avg, momentum_buffer) = (Zeros(), Zeros());

        public void Dispose()
        {
            square_avg.Dispose();
            momentum_buffer.Dispose();
        }
    }

    public class Options : OptimizerOptions
    {
        public double? momentum;
        public double? alpha;
        public double? eps;
        public double? weight_decay;
    }
}
