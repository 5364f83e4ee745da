using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

public class RMSProp : OptimizerHelper, IMomentum
{
    public RMSProp(
        IEnumerable<Parameter> parameters, double lr = 0.001, double alpha = 0.99, double eps = 1e-8,
        double weight_decay = 0, double momentum = 0.0, bool centered = false, bool maximize = false)
        : this(
            [new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    public RMSProp(
        IEnumerable<ParamGroup> parameters, double lr = 0.001, double alpha = 0.99, double eps = 1e-8,
        double weight_decay = 0, double momentum = 0.0, bool centered = false, bool maximize = false)
    {
        Require.NotNegative((lr, "learning rate"), (eps, "ε"), (alpha, "alpha"), (momentum, "momentum value"));
        Require.NotNegative((weight_decay, "weight_decay value"));
        _defaults = new Options
        {
            LearningRate = lr,
            InitialLearningRate = lr,
            maximize = maximize,
            eps = eps,
            alpha = alpha,
            momentum = momentum,
            centered = centered,
            weight_decay = weight_decay,
        };
        foreach (var group in parameters)
            add_param_group(group);
    }

    public double Momentum
    {
        get => ((Options)_defaults).momentum!.Value;
        set => ((Options)_defaults).momentum = value;
    }

    public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Update, closure);

    public override void add_param_group(Modules.ParamGroup param_group)
    {
        param_group.Options ??= new Options();
        ((Options)param_group.Options).Complete((Options)_defaults);
        AddGroup(param_group, parameter => new State(parameter));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            ReleaseStates();
    }

    private void Update(ParamGroup group)
    {
        var options = group.Options;
        var (lr, alpha, eps) = (options.LearningRate!.Value, options.alpha!.Value, options.eps!.Value);
        var (weightDecay, momentum) = (options.weight_decay!.Value, options.momentum!.Value);

        foreach (var (parameter, state, raw) in WithGradients<State>(group, options.maximize!.Value))
        {
            var gradient = weightDecay == 0 ? raw : Aten.Add.Call(raw, parameter, weightDecay);
            state.step++;

            Aten.MulScalarInPlace.Run(state.square_avg, alpha);
            Aten.AddcmulInPlace.Run(state.square_avg, gradient, gradient, 1 - alpha);

            Tensor average;
            if (options.centered!.Value)
            {
                Aten.MulScalarInPlace.Run(state.grad_avg!, alpha);
                Aten.AddInPlace.Run(state.grad_avg!, gradient, 1 - alpha);
                average = Aten.Addcmul.Call(state.square_avg, state.grad_avg!, state.grad_avg!, -1L);
                Aten.SqrtInPlace.Run(average);
            }
            else
            {
                average = Aten.Sqrt.Call(state.square_avg);
            }

            Aten.AddScalarInPlace.Run(average, eps, 1L);
            if (momentum > 0)
            {
                Aten.MulScalarInPlace.Run(state.momentum_buffer!, momentum);
                Aten.AddcdivInPlace.Run(state.momentum_buffer!, gradient, average, 1L);
                Aten.AddInPlace.Run(parameter, state.momentum_buffer!, -lr);
            }
            else
            {
                Aten.AddcdivInPlace.Run(parameter, gradient, average, -lr);
            }

            average.Dispose();
        }
    }

    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor square_avg = null!;
        public Tensor? momentum_buffer;
        public Tensor? grad_avg;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            step = 0;
            square_avg = Zeros();
            momentum_buffer = Zeros();
            grad_avg = Zeros();
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            square_avg.Load(reader);
            LoadOptional(reader, ref momentum_buffer);
            LoadOptional(reader, ref grad_avg);
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            square_avg.Save(writer);
            SaveOptional(writer, momentum_buffer);
            SaveOptional(writer, grad_avg);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var state = (State)source;
            step = state.step;
            Replace(ref square_avg!, state.square_avg.clone());
            Replace(ref momentum_buffer, state.momentum_buffer?.clone());
            Replace(ref grad_avg, state.grad_avg?.clone());
        }

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && Close(square_avg, state.square_avg)
            && Close(momentum_buffer, state.momentum_buffer) && Close(grad_avg, state.grad_avg);

        public override void to(Device device) => base.to(device);

        public void Dispose()
        {
            square_avg?.Dispose();
            momentum_buffer?.Dispose();
            grad_avg?.Dispose();
        }
    }

    public class Options : OptimizerOptions
    {
        public bool? maximize;
        public double? momentum;
        public double? alpha;
        public double? eps;
        public double? weight_decay;
        public bool? centered;

        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var options = (Options)source;
            maximize = options.maximize;
            momentum = options.momentum;
            alpha = options.alpha;
            eps = options.eps;
            weight_decay = options.weight_decay;
            centered = options.centered;
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            maximize = reader.ReadBoolean();
            momentum = reader.ReadDouble();
            alpha = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            centered = reader.ReadBoolean();
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(maximize!.Value);
            writer.Write(momentum!.Value);
            writer.Write(alpha!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(centered!.Value);
        }

        internal void Complete(Options defaults)
        {
            LearningRate ??= defaults.LearningRate;
            maximize ??= defaults.maximize;
            momentum ??= defaults.momentum;
            alpha ??= defaults.alpha;
            eps ??= defaults.eps;
            weight_decay ??= defaults.weight_decay;
            centered ??= defaults.centered;
        }
    }

    public class ParamGroup : ParamGroup<Options>, IMomentum
    {
        public ParamGroup()
        {
        }

        public ParamGroup(IEnumerable<Parameter> parameters, Options options)
            : base(parameters, options)
        {
        }

        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 0.001, double eps = 1e-8, double alpha = 0.99,
            double weight_decay = 0, double momentum = 0.0, bool centered = false)
            : base(
                parameters,
                new Options
                {
                    LearningRate = lr,
                    eps = eps,
                    alpha = alpha,
                    weight_decay = weight_decay,
                    momentum = momentum,
                    centered = centered,
                })
        {
        }

        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }
}
