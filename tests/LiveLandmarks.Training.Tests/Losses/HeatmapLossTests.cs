using LiveLandmarks.Training.Losses;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Losses;

public class HeatmapLossTests
{
    public static TheoryData<string> Names { get; } = [.. All.Keys];

    private static Dictionary<string, (HeatmapLoss Loss, Func<double, double, double> ClosedForm)> All => new()
    {
        ["awing"] = (new AWingLoss(), AWing(2.1, 14, 1, 0.5)),
        ["awing with other parameters"] = (new AWingLoss(new AWingOptions(2.5, 8, 0.7, 0.3)), AWing(2.5, 8, 0.7, 0.3)),
        ["wing"] = (new WingLoss(), Wing(10, 2)),
        ["wing for heatmaps"] = (new WingLoss(new WingOptions(0.5, 0.1)), Wing(0.5, 0.1)),
        ["mse"] = (new MseLoss(), (d, _) => d * d),
        ["l1"] = (new L1Loss(), (d, _) => d),
        ["l2"] = (new L2Loss(), (d, _) => d * d / 2),
        ["smooth l1"] = (new SmoothL1Loss(), (d, _) => d < 1 ? d * d / 2 : d - 0.5),
        ["smooth l1 with beta"] = (new SmoothL1Loss(0.25), (d, _) => d < 0.25 ? d * d / 0.5 : d - 0.125),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void The_value_is_that_of_the_closed_form(string name)
    {
        var (loss, closedForm) = All[name];
        foreach (var (error, target) in Grid())
            Assert.Equal(closedForm(Math.Abs(error), target), Value(loss, error, target), 2e-5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_is_the_difference_quotient_of_the_closed_form(string name)
    {
        const double step = 1e-6;
        var (loss, closedForm) = All[name];
        foreach (var (error, target) in Grid())
        {
            var expected = (closedForm(Math.Abs(error + step), target) - closedForm(Math.Abs(error - step), target)) / (2 * step);
            Assert.Equal(expected, Gradient(loss, error, target), 1e-3 * Math.Max(1, Math.Abs(expected)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_perfect_prediction_costs_nothing(string name)
    {
        foreach (var target in new[] { 0, 1e-40, 0.3, 1 })
        {
            Assert.Equal(0, Value(All[name].Loss, 0, target), 1e-5);
            Assert.Equal(0, Gradient(All[name].Loss, 0, target), 12);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.4)]
    [InlineData(1)]
    public void The_value_and_slope_of_AWing_are_continuous_at_theta(double target)
    {
        var loss = new AWingLoss();
        Assert.Equal(Value(loss, 0.5 - 1e-5, target), Value(loss, 0.5 + 1e-5, target), 1e-3);
        Assert.Equal(Gradient(loss, 0.5 - 1e-5, target), Gradient(loss, 0.5 + 1e-5, target), 1e-3);
        Assert.Equal(Gradient(loss, 0.6, target), Gradient(loss, 3, target), 1e-4);
    }

    [Fact]
    public void Exactly_where_curve_and_line_meet_the_gradient_is_not_doubled()
    {
        Assert.Equal(Gradient(new AWingLoss(), 0.5 - 1e-5, 0), Gradient(new AWingLoss(), 0.5, 0), 1e-3);
        Assert.Equal(10.0 / 12, Gradient(new WingLoss(), 10, 0), 1e-5);
        Assert.Equal(1, Gradient(new SmoothL1Loss(), 1, 0), 1e-5);
    }

    [Fact]
    public void AWing_has_a_small_gradient_on_the_background_and_a_large_one_on_a_landmark()
    {
        var loss = new AWingLoss();
        Assert.InRange(Gradient(loss, 0.01, 0), 0.01, 0.3);
        Assert.InRange(Gradient(loss, 0.01, 1), 5, 15);
    }

    [Theory]
    [InlineData(1e-45)]
    [InlineData(1e-39)]
    [InlineData(1e-30)]
    [InlineData(1e-7)]
    public void Tiny_errors_give_a_gradient_of_0_instead_of_a_denormal_one(double error)
    {
        Assert.Equal(0, Gradient(new AWingLoss(), error, 0));
        Assert.Equal(0, Value(new AWingLoss(), error, 0), 1e-10);
    }

    [Fact]
    public void Targets_get_no_gradient()
    {
        using var scope = NewDisposeScope();
        var predicted = tensor([0.3f, 0.9f], [1, 1, 1, 2], requires_grad: true);
        new AWingLoss().Of(predicted, tensor([0f, 0.5f], [1, 1, 1, 2])).backward();
        Assert.NotNull(predicted.grad);
    }

    [Fact]
    public void Losses_of_cells_are_weighted_and_averaged_over_all_cells()
    {
        using var scope = NewDisposeScope();
        var predicted = tensor([1f, 2, 0, 0], [2, 1, 1, 2]);
        var weights = tensor([1f, 11, 1, 1], [2, 1, 1, 2]);
        Assert.Equal((1 + 4) / 4f, new MseLoss().Of(predicted, zeros(2, 1, 1, 2)).item<float>(), 6);
        Assert.Equal((1 + 44) / 4f, new MseLoss().Of(predicted, zeros(2, 1, 1, 2), weights).item<float>(), 6);
        Assert.Equal((0.5f + 2) / 2, new L2Loss().Of(predicted, zeros(2, 1, 1, 2)).item<float>(), 6);
    }

    [Fact]
    public void A_detectors_geometry_counts_only_where_there_is_a_face()
    {
        using var scope = NewDisposeScope();
        var loss = new DetectorLoss(new MseLoss(), new L1Loss(), geometryFactor: 2);
        // Two cells: scores 1 and 0 wrong by 0.5 and 0; geometry wrong by 3 on the face and by 100 on the background.
        var predicted = tensor([0.5f, 0, 3, 100], [1, 2, 1, 2]);
        var target = tensor([1f, 0, 0, 0], [1, 2, 1, 2]);
        var weights = tensor([11f, 1, 1, 0], [1, 2, 1, 2]);
        Assert.Equal(11 * 0.25f / 2 + 2 * 3, loss.Of(predicted, target, weights).item<float>(), 5);
        Assert.Throws<ArgumentNullException>(() => loss.Of(predicted, target));
    }

    private static IEnumerable<(double Error, double Target)> Grid() =>
        from error in new[] { -12.0, -1.7, -0.6, -0.4, -0.05, 0.02, 0.2, 0.49, 0.51, 0.8, 3.3 }
        from target in new[] { 0, 0.25, 0.7, 1 }
        select (error, target);

    /// <summary>Equation 3 of the paper, literally, with its constants A and C.</summary>
    private static Func<double, double, double> AWing(double alpha, double omega, double epsilon, double theta) => (d, y) =>
    {
        var a = omega * (1 / (1 + Math.Pow(theta / epsilon, alpha - y))) * (alpha - y) * Math.Pow(theta / epsilon, alpha - y - 1) * (
            1 / epsilon);
        var c = theta * a - omega * Math.Log(1 + Math.Pow(theta / epsilon, alpha - y));
        return d < theta ? omega * Math.Log(1 + Math.Pow(d / epsilon, alpha - y)) : a * d - c;
    };

    private static Func<double, double, double> Wing(double omega, double epsilon) => (d, _) =>
        d < omega ? omega * Math.Log(1 + d / epsilon) : d - (omega - omega * Math.Log(1 + omega / epsilon));

    private static double Value(HeatmapLoss loss, double error, double target) => Evaluate(loss, error, target).Value;

    private static double Gradient(HeatmapLoss loss, double error, double target) => Evaluate(loss, error, target).Gradient;

    private static (double Value, double Gradient) Evaluate(HeatmapLoss loss, double error, double target)
    {
        using var scope = NewDisposeScope();
        var predicted = tensor([(float)(target + error)], [1, 1, 1, 1], requires_grad: true);
        var value = loss.Of(predicted, tensor([(float)target], [1, 1, 1, 1]));
        value.backward();
        return (value.item<float>(), predicted.grad!.item<float>());
    }
}
