using LiveLandmarks.Evaluation;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Evaluation;
using LiveLandmarks.Training.Network;
using LiveLandmarks.Training.Tests.Data;

namespace LiveLandmarks.Training.Tests.Evaluation;

public sealed class MeasuredFaceTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_error_is_the_mean_distance_divided_by_the_normalizing_length()
    {
        var truth = Pictures.Face();
        // Half of the points are off by 3 and 4 pixels, that is, by 5.
        Landmark[] found = [.. truth.Points.Select((point, i) => i % 2 == 0 ? point : point with { X = point.X + 3, Y = point.Y - 4 })];
        var face = new MeasuredFace(truth, default, found);
        Assert.Equal(2.5 / truth.NormalizingLength, face.Nme!.Value, 1e-6);
        Assert.Equal(face.Nme, face.Error.Nme);
    }

    [Fact]
    public void With_crops_from_boxes_a_face_without_a_box_counts_as_missed()
    {
        var faces = Pictures.Drawn(folder, 2);
        faces = [faces[0] with { Box = new FaceBox(30, 40, 50, 60) }, faces[1]];
        using var network = new StackedHourglass(new StackedHourglassOptions { Landmarks = 68, Width = 16, Stacks = 1, Depth = 1 });
        network.eval();

        var fromBox = NetworkEvaluation.Measure(network, faces, fromBox: true);
        var fromTruth = NetworkEvaluation.Measure(network, faces);

        var rule = LoaderOptions.DefaultCrop;
        Assert.Equal(FaceCrop.FromBox(new FaceBox(30, 40, 50, 60), rule), fromBox[0].Crop);
        Assert.Equal(FaceCrop.FromLandmarks(faces[0].Points, rule), fromTruth[0].Crop);
        Assert.NotEqual(fromBox[0].Nme, fromTruth[0].Nme);
        Assert.Null(fromBox[1].Nme);
        Assert.NotNull(fromTruth[1].Nme);
        Assert.Equal(1, FaceError.DistributionOf([.. fromBox.Select(face => face.Error)]).Missed);
    }
}
