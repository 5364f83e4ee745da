using LiveLandmarks.Evaluation;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Evaluation;

public class NormalizedMeanErrorTests
{
    [Fact]
    public void The_mean_distance_is_divided_by_the_true_inter_ocular_distance()
    {
        var truth = Faces.At(100, 100);
        var found = truth.Moved(point => point with { X = point.X + 3, Y = point.Y + 4 });
        Assert.Equal(5 / truth.InterOcularDistance, NormalizedMeanError.InterOcular(found, truth), 5);

        var twice = truth.Moved(point => point with { X = 2 * point.X, Y = 2 * point.Y });
        Assert.Equal(
            2 * NormalizedMeanError.InterOcular(truth, twice), NormalizedMeanError.InterOcular(twice, truth), 5);
    }

    [Fact]
    public void One_misplaced_point_counts_with_its_share()
    {
        var truth = Faces.At(100, 100);
        var found = truth.With(30, truth.Points[30] with { X = truth.Points[30].X + 6.8f });
        Assert.Equal(0.1 / truth.InterOcularDistance, NormalizedMeanError.InterOcular(found, truth), 5);
    }

    [Fact]
    public void Perfect_landmarks_have_no_error() =>
        Assert.Equal(0, NormalizedMeanError.InterOcular(Faces.At(10, 20), Faces.At(10, 20)));

    [Fact]
    public void Faces_of_different_schemes_cannot_be_compared()
    {
        var truth = Faces.At(100, 100);
        var fewer = truth with { Points = truth.Points[..51] };
        Assert.Throws<ArgumentException>(() => NormalizedMeanError.InterOcular(fewer, truth));
    }
}
