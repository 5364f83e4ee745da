using System.Numerics;
using LiveLandmarks.Expression;
using LiveLandmarks.Models;
using LiveLandmarks.Pose;
using LiveLandmarks.Training.Export;
using LiveLandmarks.Training.Expressions;
using LiveLandmarks.Training.Tests.Training;
using static TorchSharp.torch;

namespace LiveLandmarks.Training.Tests.Export;

[Collection(TorchSeed.Name)]
public sealed class ExpressionExportTests : IDisposable
{
    private static readonly ModelDescription About = new("movements", "free", "nobody");

    private readonly TempFolder folder = new();
    private readonly ExpressionNetwork network = Untrained(ExpressionFeatures.Count, RandomFaces.Movements.Count);
    private readonly ExpressionNetwork gaze = Untrained(ExpressionFeatures.CountWithPupil, 2);

    public void Dispose()
    {
        network.Dispose();
        gaze.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(ModelPrecision.Full, 1e-4)]
    [InlineData(ModelPrecision.Half, 1e-2)]
    public void The_library_finds_the_movements_that_the_network_finds(object precision, double tolerance)
    {
        var (path, difference) = ExpressionExport.Write(
            network, (gaze, 4.2), Tests(_ => 0.9), 0.5, About, (ModelPrecision)precision, folder.Path);
        Assert.InRange(difference, 0, tolerance);
        using var model = new BlendshapeNetwork(ModelFile.Open(path));
        Assert.Equal(RandomFaces.Movements, model.Movements);
        foreach (var (yaw, roll) in new[] { (0f, 0f), (25f, -10f) })
        {
            var (points, pose, features) = Face(yaw, roll);
            var expected = ExpressionTrainer.Strengths(network, new ExpressionSamples(features, [], 1));
            Assert.True(expected.Max() - expected.Min() > 0.05f);
            Assert.Equal(expected, model.Run(points, pose).ToArray(), (a, b) => MathF.Abs(a - b) < tolerance);
        }
    }

    [Theory]
    [InlineData(ModelPrecision.Full, 0.01f)]
    [InlineData(ModelPrecision.Half, 0.5f)]
    public void The_library_finds_the_gaze_of_each_eye_that_the_network_finds(object precision, float degrees)
    {
        var (path, _) = ExpressionExport.Write(network, (gaze, 4.2), Tests(_ => 0.9), 0.5, About, (ModelPrecision)precision, folder.Path);
        using var model = new BlendshapeNetwork(ModelFile.Open(path));
        var (points, pose, features) = Face(20, -15);
        var pupils = new FacePupils(new Landmark(300, 220, 1), new Landmark(350, 215, 1));
        var alone = model.Run(points, pose).ToArray();
        Assert.Equal(alone, model.Run(points, pupils, areBoth: false, pose, out var right, out var left).ToArray(),
            (a, b) => MathF.Abs(a - b) < 1e-3f);
        var mirrored = new float[ExpressionFeatures.CountWithPupil];
        ExpressionFeatures.Mirror(Seen(pupils.Left), mirrored);
        var (ofRight, ofLeft) = (Apply(Seen(pupils.Right)), Apply(mirrored));
        Check((ExpressionFeatures.Degrees * ofRight[0], ExpressionFeatures.Degrees * ofRight[1]), right);
        Check((-ExpressionFeatures.Degrees * ofLeft[0], ExpressionFeatures.Degrees * ofLeft[1]), left);

        float[] Apply(float[] eye) => ExpressionTrainer.Apply(gaze, new ExpressionSamples(eye, [], 1));

        float[] Seen(Landmark pupil)
        {
            var eye = new float[ExpressionFeatures.CountWithPupil];
            ExpressionFeatures.Write(points, pupil, pose, eye);
            Assert.Equal(features, eye[..ExpressionFeatures.Count]);
            return eye;
        }

        void Check((float Yaw, float Pitch) expected, GazeDirection found)
        {
            var inHead = new GazeDirection(Vector3.Transform(found.Direction, Quaternion.Conjugate(pose.Rotation)));
            Assert.Equal(expected.Yaw, inHead.Yaw, degrees);
            Assert.Equal(expected.Pitch, inHead.Pitch, degrees);
        }
    }

    [Fact]
    public void Movements_that_landmarks_do_not_tell_are_left_out_and_named_in_the_card()
    {
        // The mean of both sides counts. The limit itself is enough.
        var (path, _) = ExpressionExport.Write(
            network, (gaze, 4.2), Tests(movement => movement switch
            {
                Blendshape.CheekPuff or Blendshape.NoseSneerLeft or Blendshape.NoseSneerRight or Blendshape.BrowDownRight => 0.49,
                Blendshape.BrowDownLeft or Blendshape.JawOpen => 0.5,
                Blendshape.MouthSmileLeft => 0.4,
                Blendshape.MouthSmileRight => 0.6,
                _ => 0.8,
            }), 0.5, About, ModelPrecision.Full, folder.Path);
        using var model = new BlendshapeNetwork(ModelFile.Open(path));
        Blendshape[] missing =
        [
            Blendshape.CheekPuff, Blendshape.NoseSneerLeft, Blendshape.NoseSneerRight, Blendshape.BrowDownLeft, Blendshape.BrowDownRight,
        ];
        Assert.Equal(RandomFaces.Movements.Except(missing), model.Movements);
        var (points, pose, features) = Face(10, 5);
        var all = ExpressionTrainer.Strengths(network, new ExpressionSamples(features, [], 1));
        Assert.Equal(
            all.Where((_, i) => !missing.Contains(RandomFaces.Movements[i])), model.Run(points, pose).ToArray(),
            (a, b) => MathF.Abs(a - b) < 1e-4f);

        var card = File.ReadAllText(folder.File("movements.md"));
        var (told, untold) = (card.Split("Landmarks do not tell")[0], card.Split("Landmarks do not tell")[1]);
        Assert.Contains("`cheekPuff` 0.49", untold, StringComparison.Ordinal);
        Assert.All(missing, movement => Assert.Contains($"`{Blendshapes.NameOf(movement)}`", untold, StringComparison.Ordinal));
        Assert.DoesNotContain("`mouthSmileLeft`", untold, StringComparison.Ordinal);
        Assert.Contains("`mouthSmileLeft`", told, StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_says_what_is_known_of_the_model()
    {
        var (path, _) = ExpressionExport.Write(network, (gaze, 4.2), Tests(_ => 0.876), 0.5, About, ModelPrecision.Full, folder.Path);
        var manifest = ModelManifest.Read(path);
        Assert.Equal(("movements", ModelKind.Expression, "free", "nobody"),
            (manifest.Name, manifest.Kind, manifest.License, manifest.TrainingData));
        Assert.Same(LandmarkScheme.Ibug68, manifest.GetScheme());
        Assert.Equal($"correlation, median of {RandomFaces.Movements.Count} movements", manifest.Accuracy[0].Metric);
        Assert.Equal(0.876, manifest.Accuracy[0].Value, 0.0011);
        Assert.Equal(4.2, manifest.Accuracy[^1].Value);
        Assert.True(manifest.Gaze);
        Assert.False(manifest.IsDefault);
        using var opened = BlendshapeNetwork.Open(new ModelChoice { Folder = folder.Path });
        Assert.Equal("movements", opened!.Name);
    }

    [Fact]
    public void A_network_that_tells_nothing_is_not_written()
    {
        var error = Assert.Throws<ModelException>(
            () => ExpressionExport.Write(network, (gaze, 4.2), Tests(_ => 0.3), 0.5, About, ModelPrecision.Full, folder.Path));
        Assert.StartsWith("movements: no movement has a correlation of 0.5", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private static ExpressionNetwork Untrained(int inputs, int outputs)
    {
        manual_seed(3);
        var network = new ExpressionNetwork(inputs, 32, outputs);
        using var free = no_grad();
        // Strengths around the middle of the range.
        network.Layers[^1].bias!.add_(0.5);
        return network;
    }

    private static ExpressionTest[] Tests(Func<Blendshape, double> correlation) =>
        [.. RandomFaces.Movements.Select(movement => new ExpressionTest(movement, correlation(movement), 0.1, 0.05))];

    private static (Landmark[] Points, HeadPose Pose, float[] Features) Face(float yaw, float roll)
    {
        var pose = new HeadPose(
            HeadPose.RotationOf(yaw, 0, roll), new Vector3(5, -3, 60), CameraIntrinsics.FromFieldOfView(60, 640, 480), 1, 0);
        Landmark[] points =
            [.. AverageFace.Ibug68.Select(place => pose.Project(place)).Select(seen => new Landmark(seen.X, seen.Y, 0.9f))];
        var features = new float[ExpressionFeatures.Count];
        ExpressionFeatures.Write(points, pose, features);
        return (points, pose, features);
    }
}
