using LiveLandmarks.Expression;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Expressions;
using LiveLandmarks.Training.Tests.Data.Heads;
using Xunit.Abstractions;

namespace LiveLandmarks.Training.Tests.Expressions;

/// <summary>Blinks, looks and gaze of random people with the errors of our landmarks, as the library finds them.</summary>
public class EyeMovementsTests(ITestOutputHelper output)
{
    private const int Faces = 10_000;

    [FaceModelFact, Trait("Duration", "Long")]
    public void The_model_finds_looks_better_than_geometry()
    {
        using var locator = FaceLocator.Open(new ModelChoice { Folder = Repository.Models });
        using var network = BlendshapeNetwork.Open(new ModelChoice { Folder = Repository.Models });
        var annotated = new Faces300WDataSet().Read(Repository.SharedFaces, new DataSetOptions { Split = DataSplit.Test })
            .Where(face => Path.GetFileName(face.ImagePath).StartsWith("afw_", StringComparison.Ordinal)
                || Path.GetFileName(face.ImagePath).StartsWith("helen_", StringComparison.Ordinal));
        var errors = LandmarkErrors.Measure(annotated, locator.Network);
        var neutral = Directory.GetFiles(Path.Combine(Repository.SharedFaces, "open", "studio"), "canada_*.jpg");
        var offset = NeutralOffset.Measure(neutral, locator, new RandomFaces(SharedModel.Heads, LandmarkErrors.None), 1);
        var people = new RandomFaces(SharedModel.Heads, errors) { Offset = offset };

        var geometry = Measure("geometry", null);
        var found = Measure("network", network);
        Assert.InRange(found.Gaze, 0, 0.8 * geometry.Gaze);
        var looks = found.Movements.Where(test => test.Movement.ToString().StartsWith("EyeLook", StringComparison.Ordinal)).ToArray();
        Assert.Equal(8, looks.Length);
        Assert.InRange(looks.Average(look => look.Correlation), 0.8, 1);
        Assert.All(looks, look => Assert.InRange(look.Error, 0, 0.12));

        (IReadOnlyList<ExpressionTest> Movements, double Gaze) Measure(string name, BlendshapeNetwork? with)
        {
            var result = ExpressionTest.OfEyes(people, with, Faces, 7, CancellationToken.None);
            output.WriteLine($"{name}: the worse eye is off by {result.Gaze:0.0}°");
            foreach (var (movement, correlation, error, resting) in result.Movements)
                output.WriteLine($"{movement,-18} {correlation:0.00} {error:0.000} {resting:0.00}");
            return result;
        }
    }
}
