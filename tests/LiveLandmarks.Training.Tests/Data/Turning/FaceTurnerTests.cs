using LiveLandmarks.Landmarks;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Data.Turning;
using LiveLandmarks.Training.Tests.Data.Heads;
using OpenCvSharp;
using Xunit.Abstractions;

namespace LiveLandmarks.Training.Tests.Data.Turning;

public class FaceTurnerTests(ITestOutputHelper output)
{
    private static readonly LoaderOptions Turning = new()
    {
        BatchSize = 4,
        InputSize = 64,
        MapSize = 16,
        Seed = 3,
        Workers = 2,
        Augmentation = new Augmentation { Turn = new TurnStrength(0.7f, 80, 20, 0.5f) },
    };

    [FaceModelFact(faces: true)]
    public void A_head_that_is_not_turned_keeps_its_landmarks_and_its_appearance()
    {
        var faces = SharedModel.Faces.Take(20).ToList();
        var shared = new TurnedFaces(SharedModel.Heads, faces);
        using var turner = new SampleTurner(shared, new LoaderOptions());
        var worst = 0f;
        for (var i = 0; i < faces.Count; i++)
        {
            if (shared.Fit(i) is not { } fit)
                continue;
            var picture = new StoredPicture(PictureBytes.Read(faces[i].ImagePath));
            var (image, face) = turner.Turn(faces[i], picture, fit, new HeadTurn(fit.View.Yaw, fit.View.Pitch));
            var to = Similarity.Fit(faces[i].Points.AsSpan(17), face.Points.AsSpan(17));
            float[] errors = [.. faces[i].Points.Select((point, k) => to.Apply(point).DistanceTo(face.Points[k]) / face.NormalizingLength)];
            Assert.InRange(errors[17..].Max(), 0, 0.002);
            Assert.InRange(errors[..17].Average(), 0, 0.02);
            worst = Math.Max(worst, errors[..17].Max());
            using var photograph = PictureBytes.Decode(picture.Bytes, faces[i].ImagePath);
            Assert.InRange(Difference(photograph, faces[i], image, face), 0, 12);
        }
        output.WriteLine($"largest error of the jaw: {100 * worst:0.0} %");
    }

    [FaceModelFact(faces: true)]
    public void The_nose_of_a_turned_head_is_on_the_side_that_the_head_faces()
    {
        var faces = SharedModel.Faces.Take(30).ToList();
        var shared = new TurnedFaces(SharedModel.Heads, faces);
        using var turner = new SampleTurner(shared, new LoaderOptions());
        var pictures = faces.ConvertAll(face => new StoredPicture(PictureBytes.Read(face.ImagePath)));
        var (time, turns) = (0.0, 0);
        for (var i = 0; i < faces.Count; i++)
        {
            if (shared.Fit(i) is not { } fit)
                continue;
            foreach (var yaw in new[] { -1.2f, -0.6f, 0.6f, 1.2f })
            {
                var start = Environment.CpuUsage.TotalTime;
                var (_, face) = turner.Turn(faces[i], pictures[i], fit, new HeadTurn(yaw, 0));
                time += (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
                turns++;
                var roll = new FaceLandmarks(LandmarkScheme.Ibug68, [.. faces[i].Points]).Roll;
                Landmark[] level = Array.ConvertAll(face.Points, new Similarity(MathF.Cos(roll), -MathF.Sin(roll), 0, 0).Apply);
                var eyes = (level[36].X + level[45].X) / 2;
                Assert.Equal(MathF.Sign(yaw), MathF.Sign(level[30].X - eyes));
                Assert.All(face.Points, point => Assert.True(float.IsFinite(point.X + point.Y)));
            }
        }
        output.WriteLine($"{time / turns:0.0} ms of processor time per turned face, including decoding");
        Assert.True(turns > 60);
    }

    [FaceModelFact(faces: true)]
    public void Pupils_turn_with_their_eyes_and_hide_behind_lids_and_nose()
    {
        // Places a pupil in the middle of each eye of the photograph.
        var faces = SharedModel.Faces.Take(12)
            .Select(face =>
            face with { Scheme = LandmarkScheme.Ibug70, Points = [.. face.Points, Middle(face.Points, 36), Middle(face.Points, 42)] })
            .ToList();
        var shared = new TurnedFaces(SharedModel.Heads, faces);
        using var turner = new SampleTurner(shared, new LoaderOptions());
        var turned = 0;
        for (var i = 0; i < faces.Count; i++)
        {
            if (shared.Fit(i) is not { } fit || MathF.Abs(fit.View.Yaw) > 0.3f)
                continue;
            var picture = new StoredPicture(PictureBytes.Read(faces[i].ImagePath));
            var still = Turn(fit.View.Yaw, null);
            for (var eye = 0; eye < 2; eye++)
            {
                Assert.InRange(still.Points[68 + eye].DistanceTo(Middle(still.Points, 36 + 6 * eye)) / still.NormalizingLength, 0, 0.012);
                Assert.Equal(1, still.Points[68 + eye].Confidence);
            }
            foreach (var yaw in new[] { -0.5f, 0.5f })
            {
                var aside = Turn(yaw, null);
                for (var eye = 0; eye < 2; eye++)
                    Assert.InRange(aside.Points[68 + eye].DistanceTo(Middle(aside.Points, 36 + 6 * eye)) / aside.NormalizingLength, 0, 0.1);
            }
            // Turned to the right of the picture, the nose hides the eye on the right, which is the person's left eye.
            Assert.Equal(0, Turn(1.4f, null).Points[69].Confidence);
            Assert.Equal(0, Turn(-1.4f, null).Points[68].Confidence);
            var shut = (float[])fit.Weights.Expression.Clone();
            shut[SharedModel.Heads.Expression("eyeBlink_L")] = 1;
            Assert.Equal(0, Turn(fit.View.Yaw, shut).Points[69].Confidence);
            turned++;

            AnnotatedFace Turn(float yaw, float[]? expression) =>
                turner.Turn(faces[i], picture, fit, new HeadTurn(yaw, fit.View.Pitch, expression)).Face;
        }
        Assert.True(turned > 5);

        static Landmark Middle(Landmark[] points, int first) =>
            new(points.Skip(first).Take(6).Average(point => point.X), points.Skip(first).Take(6).Average(point => point.Y), 1);
    }

    [FaceModelFact(faces: true)]
    public void Batches_with_turned_faces_depend_only_on_seed_and_step()
    {
        var faces = SharedModel.Faces.Take(12).ToList();
        var options = Turning with { FaceModel = SharedModel.Heads };
        using var one = new BatchLoader(faces, options with { Workers = 1, Prefetch = 1, Caching = PictureCaching.None });
        using var many = new BatchLoader(faces, options with { Workers = 3 });
        using var straight = new BatchLoader(faces, options with { Augmentation = new Augmentation() });
        float[][] expected = [.. Enumerable.Range(0, 3).Select(step => (float[])one.Next(step).Images.Clone())];
        foreach (var step in new[] { 2, 0, 1 })
            Assert.Equal(expected[step], many.Next(step).Images);
        Assert.NotEqual(expected[0], straight.Next(0).Images);
    }

    [Theory]
    [InlineData(-1.2f, 0.2f, -1.2f)]
    [InlineData(-1.5f, 0.6f, 1.5f)]
    [InlineData(0, -0.6f, -0.34f)]
    [InlineData(0.75f, -0.76f, -1)]
    public void A_head_that_looks_to_one_side_is_not_turned_to_the_other(float drawn, float now, float expected) =>
        Assert.Equal(expected, HeadTurn.KeepSide(drawn, 1.5f, now), 0.001f);

    [Fact]
    public void Turning_without_a_model_is_refused_with_the_option_that_sets_it() =>
        Assert.Contains("--face-model", Assert.Throws<InputException>(() => new BatchLoader([Pictures.Face()], Turning)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Doses_out_of_range_are_refused()
    {
        new TurnStrength(1, 90, 45, 1).Validate();
        Assert.Throws<ArgumentOutOfRangeException>(new TurnStrength(1.1f, 0, 0, 0).Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new TurnStrength(1, 91, 0, 0).Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new TurnStrength(1, 0, float.NaN, 0).Validate);
    }

    /// <summary>Mean difference of two pictures of a face with equal crops, in gray levels.</summary>
    private static double Difference(Mat first, AnnotatedFace face, Mat second, AnnotatedFace other)
    {
        using var sampler = new CropSampler(128);
        using var before = sampler.Sample(
            first, FaceCrop.FromLandmarks(face.Points, LoaderOptions.DefaultCrop with { LandmarkFactor = 0.9f })).Clone();
        using var difference = new Mat();
        Cv2.Absdiff(before, sampler.Sample(
            second, FaceCrop.FromLandmarks(other.Points, LoaderOptions.DefaultCrop with { LandmarkFactor = 0.9f })), difference);
        var mean = difference.Mean();
        return (mean.Val0 + mean.Val1 + mean.Val2) / 3;
    }
}
