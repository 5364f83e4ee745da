namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static LRScheduler LambdaLR(
                Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.LambdaLR(optimizer, lr_lambda, last_epoch, verbose);

            public static LRScheduler StepLR(
                Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.StepLR(optimizer, step_size, gamma, last_epoch, verbose);

            public static LRScheduler MultiStepLR(
                Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1,
                bool verbose = false) =>
                new impl.MultiStepLR(optimizer, milestones, gamma, last_epoch, verbose);

            public static LRScheduler CosineAnnealingLR(
                Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);

            public static LRScheduler LinearLR(
                Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5,
                int last_epoch = -1, bool verbose = false) =>
                new impl.LinearLR(optimizer, start_factor, end_factor, total_iters, last_epoch, verbose);

            public static LRScheduler SequentialLR(
                Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones,
                int last_epoch = -1) =>
                new impl.SequentialLR(optimizer, schedulers, milestones, last_epoch);

            public abstract class LRScheduler
            {
                protected int _step_count;

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    Groups = optimizer.ParamGroups.ToList();
                    Optimizer = optimizer;
                    LastEpoch = last_epoch;
                    Verbose = verbose;
                    BaseRates = Groups.Select(group => group.InitialLearningRate).ToArray();
                    LastRates = Groups.Select(group => group.LearningRate).ToArray();
                }

                internal Optimizer Optimizer { get; }

                internal int LastEpoch { get; set; }

                private protected List<ILearningRateController> Groups { get; }

                private protected double[] BaseRates { get; }

                private protected double[] LastRates { get; set; }

                private bool Verbose { get; }

                public virtual void step() => step(null);

                public virtual void step(int? epoch)
                {
                    _step_count++;
                    LastEpoch = epoch ?? LastEpoch + 1;
                    var rates = (epoch is null ? get_lr() : get_closed_form_lr()).ToArray();
                    for (var i = 0; i < rates.Length; i++)
                    {
                        Groups[i].LearningRate = rates[i];
                        if (Verbose && LastRates[i] != rates[i])
                            Console.WriteLine($"Adjusting learning rate to {rates[i]}");
                    }

                    LastRates = rates;
                }

                public virtual void step(double current, int? epoch = null) => step(epoch);

                public IEnumerable<double> get_last_lr() => LastRates;

                protected virtual IEnumerable<double> get_lr() => Groups.Select(group => group.LearningRate);

                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                /// <summary>The current rates times a factor.</summary>
                private protected IEnumerable<double> Scaled(double factor) =>
                    Groups.Select(group => group.LearningRate * factor);
            }
        }
    }
}
