using LiveLandmarks.Capture;
using LiveLandmarks.Tests.Landmarks;
using OpenCvSharp;
using Xunit.Abstractions;

namespace LiveLandmarks.Tests.Expression;

/// <summary>Movements that the shipped network finds on photographs.</summary>
public class MovementsOfPeopleTests(ITestOutputHelper output)
{
    private static readonly FaceLandmarkerOptions Options =
        new() { Models = Networks.Chosen.Models, Inference = Networks.OneThread };

    /// <summary>The same people with a neutral face (03) and smiling (08). The network was not fitted to them.</summary>
    [SharedFact, Trait("Duration", "Long")]
    public void Smiling_people_smile_more_than_neutral_ones_who_rest()
    {
        using var landmarker = FaceLandmarker.Create(Options);
        var pairs = Directory.GetFiles(Path.Combine(Repository.SharedFaces, "open", "studio"), "london_*_03.jpg")
            .Select(path =>
                (Neutral: Read(landmarker, path), Smiling: Read(landmarker, path.Replace("_03.jpg", "_08.jpg", StringComparison.Ordinal))))
            .ToArray();
        Assert.InRange(pairs.Length, 100, 110);
        var smile = pairs.Count(pair => Smile(pair.Smiling) > Smile(pair.Neutral));
        output.WriteLine($"mouthSmile is larger in the smiling picture for {smile} of {pairs.Length}");
        Assert.InRange(smile / (double)pairs.Length, 0.97, 1);

        foreach (var movement in Enum.GetValues<Blendshape>().Where(
            movement => !$"{movement}".StartsWith("EyeLook", StringComparison.Ordinal)))
        {
            float[] rest = [.. pairs.Select(pair => pair.Neutral[movement] ?? 0).Order()];
            output.WriteLine($"{Blendshapes.NameOf(movement)}: 95 % of the neutral faces below {rest[(int)(0.95 * rest.Length)]:0.00}");
            // Half of the people hardly seem to move.
            Assert.InRange(rest[rest.Length / 2], 0, 0.1f);
        }
    }

    [Fact]
    public void The_movements_of_a_still_face_hardly_tremble()
    {
        using var tracker = FaceTracker.Create(Networks.Chosen);
        using var picture = Networks.Astronaut();
        using var frame = new Mat();
        using var noise = new Mat(picture.Size(), MatType.CV_16SC3);
        Cv2.SetTheRNG(5);
        List<Blendshapes> readings = [];
        for (var i = 0; i < 90; i++)
        {
            Cv2.Randn(noise, Scalar.All(0), Scalar.All(6));
            Cv2.Add(picture, noise, frame, dtype: (int)MatType.CV_8U);
            var face = Assert.Single(tracker.Process(frame, TimeSpan.FromSeconds(i / 30.0)));
            if (i >= 30)
                readings.Add(face.Blendshapes!);
        }
        foreach (var movement in Enum.GetValues<Blendshape>())
        {
            float[] values = [.. readings.Select(reading => reading[movement]).OfType<float>()];
            if (values.Length > 0)
            {
                var mean = values.Average();
                Assert.InRange(MathF.Sqrt(values.Average(value => (value - mean) * (value - mean))), 0, 0.02f);
            }
        }
        Assert.NotNull(readings[0][Blendshape.MouthSmileLeft]);
        Assert.Null(readings[0][Blendshape.TongueOut]);
    }

    private static float Smile(Blendshapes face) => face[Blendshape.MouthSmileLeft]!.Value + face[Blendshape.MouthSmileRight]!.Value;

    private static Blendshapes Read(FaceLandmarker landmarker, string path)
    {
        using var image = ImageFile.Read(path);
        return landmarker.Find(image)[0].Blendshapes!;
    }
}
