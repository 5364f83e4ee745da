using LiveLandmarks.Training.Losses;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Plotting;

/// <summary>
/// The curves with which the Wing (CVPR 2018) and AWing (ICCV 2019) papers explain their losses, computed by the losses that training uses:
/// values, and gradients by automatic differentiation.
/// </summary>
public static class LossCurves
{
    private const int Samples = 801;

    /// <summary>AWing for several targets, and the losses it is compared with, over the error of a heatmap value.</summary>
    /// <returns>The losses and their gradients.</returns>
    public static (LineChart Loss, LineChart Gradient) AWing()
    {
        var awing = new AWingLoss();
        (string, HeatmapLoss, double)[] curves =
        [
            ("AWing, target 1", awing, 1), ("AWing, target 0.5", awing, 0.5), ("AWing, target 0", awing, 0),
            ("Wing (ω 0.5, ε 0.1)", new WingLoss(new WingOptions(0.5, 0.1)), 0),
            ("MSE", new MseLoss(), 0), ("L1", new L1Loss(), 0), ("smooth L1", new SmoothL1Loss(), 0),
        ];
        return Draw("Adaptive Wing loss", "predicted − target heatmap value", 1, curves);
    }

    /// <summary>Wing for several parameters, over the error of a coordinate.</summary>
    /// <returns>The losses and their gradients.</returns>
    public static (LineChart Loss, LineChart Gradient) Wing()
    {
        var curves = new List<(string, HeatmapLoss, double)>();
        foreach (var (omega, epsilon) in ((double, double)[])[(10, 0.5), (10, 1), (10, 2), (10, 3), (5, 2)])
            curves.Add(($"Wing (ω {omega}, ε {epsilon})", new WingLoss(new WingOptions(omega, epsilon)), 0));
        curves.Add(("L1", new L1Loss(), 0));
        return Draw("Wing loss", "error in pixels", 15, curves);
    }

    private static (LineChart Loss, LineChart Gradient) Draw(
        string title, string axis, double range, IEnumerable<(string, HeatmapLoss, double)> curves)
    {
        var (losses, gradients) = (new List<ChartSeries>(), new List<ChartSeries>());
        foreach (var (name, loss, target) in curves)
        {
            var (values, slopes) = Sample(loss, target, range);
            losses.Add(new ChartSeries(name, values));
            gradients.Add(new ChartSeries(name, slopes));
        }
        var x = new ChartAxis(axis, -range, range);
        return (new LineChart(title, x, new ChartAxis("loss", 0), losses),
            new LineChart($"{title}: gradient", x, new ChartAxis("gradient"), gradients));
    }

    /// <summary>A loss and its gradient at errors from <c>-range</c> to <c>range</c>.</summary>
    private static (ChartPoint[] Values, ChartPoint[] Slopes) Sample(HeatmapLoss loss, double target, double range)
    {
        using var scope = NewDisposeScope();
        var errors = Enumerable.Range(0, Samples).Select(i => (float)(range * (2.0 * i / (Samples - 1) - 1))).ToArray();
        var predicted = tensor([.. errors.Select(error => error + (float)target)], [Samples, 1, 1, 1], requires_grad: true);
        var values = loss.OfCells(predicted, tensor([.. Enumerable.Repeat((float)target, Samples)], [Samples, 1, 1, 1]));
        values.sum().backward();
        return (Points(values.detach()), Points(predicted.grad!));

        ChartPoint[] Points(Tensor y) => [.. errors.Zip(y.data<float>().ToArray(), (error, value) => new ChartPoint(error, value))];
    }
}
