namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static class impl
            {
                public class LambdaLR : LRScheduler
                {
                    private readonly Func<int, double> _factor;

                    public LambdaLR(
                        Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _factor = lr_lambda;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        BaseRates.Select(rate => rate * _factor(LastEpoch));
                }

                public class StepLR : LRScheduler
                {
                    private readonly int _period;
                    private readonly double _gamma;

                    public StepLR(
                        Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _period = step_size;
                        _gamma = gamma;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        Scaled(LastEpoch == 0 || LastEpoch % _period != 0 ? 1 : _gamma);

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(rate => rate * Math.Pow(_gamma, LastEpoch / _period));
                }

                public class MultiStepLR : LRScheduler
                {
                    private readonly IList<int> _milestones;
                    private readonly double _gamma;

                    public MultiStepLR(
                        Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _milestones = milestones;
                        _gamma = gamma;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        Scaled(_milestones.Contains(LastEpoch) ? _gamma : 1);

                    protected override IEnumerable<double> get_closed_form_lr()
                    {
                        var passed = _milestones.Distinct().Count(milestone => milestone <= LastEpoch);
                        return BaseRates.Select(rate => rate * Math.Pow(_gamma, passed));
                    }
                }

                public class LinearLR : LRScheduler
                {
                    private readonly double _start;
                    private readonly double _end;
                    private readonly int _epochs;

                    public LinearLR(
                        Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0,
                        int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _start = start_factor;
                        _end = end_factor;
                        _epochs = total_iters;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch == 0)
                            return Scaled(_start);
                        if (LastEpoch > _epochs)
                            return Scaled(1);
                        var rise = _end - _start;
                        return Scaled(1 + rise / (_epochs * _start + (LastEpoch - 1) * rise));
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(
                            rate => rate * (_start + (_end - _start) * Math.Min(_epochs, LastEpoch) / _epochs));
                }

                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _halfPeriod;
                    private readonly double _least;

                    public CosineAnnealingLR(
                        Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _halfPeriod = T_max;
                        _least = eta_min;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch == 0)
                            return Scaled(1);
                        if ((LastEpoch - 1 - _halfPeriod) % (2 * _halfPeriod) == 0)
                            return Groups.Select(
                                (group, i) => group.LearningRate
                                    + (BaseRates[i] - _least) * (1 - Math.Cos(Math.PI / _halfPeriod)) / 2);
                        var factor = Height(LastEpoch) / Height(LastEpoch - 1);
                        return Groups.Select(group => factor * (group.LearningRate - _least) + _least);
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(rate => _least + (rate - _least) * Height(LastEpoch) / 2);

                    private double Height(int epoch) => 1 + Math.Cos(Math.PI * epoch / _halfPeriod);
                }

                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    public SequentialLR(
                        Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones,
                        int last_epoch = -1)
                        : base(optimizer, last_epoch + 1)
                    {
                        _schedulers = schedulers.ToArray();
                        _milestones = milestones.ToArray();
                        if (_schedulers.Any(scheduler => scheduler.Optimizer != optimizer))
                            throw new ArgumentException(
                                "The SequentialLR scheduler expects all its sub-schedulers to be bound to the same "
                                + "optimizer.");
                        if (_milestones.Length != _schedulers.Length - 1)
                            throw new ArgumentException(
                                $"Received {_schedulers.Length} schedulers and {_milestones.Length} milestones. The "
                                + "SequentialLR scheduler expects the number of schedulers to be one more than the "
                                + "number of milestones. ");

                        foreach (var group in Groups)
                            group.LearningRate = group.InitialLearningRate;
                        foreach (var scheduler in _schedulers)
                            scheduler.LastEpoch--;
                        _schedulers[0].step();
                        LastRates = _schedulers[0].get_last_lr().ToArray();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var passed = _milestones.TakeWhile(milestone => milestone <= LastEpoch).Count();
                        if (passed > 0 && _milestones[passed - 1] == LastEpoch)
                            _schedulers[passed].step(0);
                        else
                            _schedulers[passed].step();
                        return Scaled(1);
                    }
                }
            }
        }
    }
}
