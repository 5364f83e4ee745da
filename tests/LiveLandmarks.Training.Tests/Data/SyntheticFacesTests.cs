using LiveLandmarks.Training.Data;
using OpenCvSharp;

namespace LiveLandmarks.Training.Tests.Data;

public sealed class SyntheticFacesTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Both_parts_of_the_data_set_can_be_read_back()
    {
        SyntheticFaces.Write(folder.Path, new SyntheticOptions { Train = 5, Test = 3, Size = 96 });
        var set = new Faces300WDataSet();
        var train = set.Read(folder.Path, new DataSetOptions());
        var test = set.Read(folder.Path, new DataSetOptions { Split = DataSplit.Test });
        Assert.Equal((5, 3), (train.Count, test.Count));
        for (var i = 0; i < 5; i++)
        {
            var (picture, face) = SyntheticFaces.Draw(96, 1, i);
            using (picture)
                Assert.All(face.Points.Zip(train[i].Points), pair => Assert.True(pair.First.DistanceTo(pair.Second) < 0.002f));
        }
    }

    [Fact]
    public void The_same_seed_draws_the_same_faces()
    {
        var (first, face) = SyntheticFaces.Draw(128, 3, 17);
        var (second, again) = SyntheticFaces.Draw(128, 3, 17);
        var (third, _) = SyntheticFaces.Draw(128, 4, 17);
        using (first)
        using (second)
        using (third)
        {
            Assert.Equal(face.Points.ToArray(), again.Points.ToArray());
            Assert.Equal(0, Cv2.Norm(first, second));
            Assert.NotEqual(0, Cv2.Norm(first, third));
        }
    }

    [Fact]
    public void The_landmarks_lie_in_the_picture_in_the_order_of_a_face()
    {
        for (var i = 0; i < 200; i++)
        {
            var (picture, face) = SyntheticFaces.Draw(64, 9, i);
            picture.Dispose();
            var points = face.Points;
            Assert.All(points, point => Assert.True(point.X is > -3 and < 67 && point.Y is > -3 and < 67, $"face {i}: {point}"));
            Assert.True(points[36].X < points[45].X);
            Assert.True((points[37].Y + points[44].Y) / 2 < points[33].Y && points[33].Y < points[57].Y && points[57].Y < points[8].Y);
            Assert.True(points[62].Y < points[66].Y);
        }
    }

    [Fact]
    public void Pupils_are_darker_than_the_white_beside_them()
    {
        var (picture, face) = SyntheticFaces.Draw(512, 1, 2);
        using (picture)
        {
            var points = face.Points;
            var pupil = picture.At<Vec3b>(
                (int)((points[37].Y + points[41].Y + points[38].Y + points[40].Y) / 4), (int)((points[37].X + points[38].X) / 2));
            var corner = Mix(points[36], points[39], 0.2f);
            var white = picture.At<Vec3b>((int)corner.Y, (int)corner.X);
            Assert.True(pupil.Item1 + 60 < white.Item1, $"{pupil.Item1} {white.Item1}");
        }

        static Landmark Mix(Landmark a, Landmark b, float share) => new(a.X + share * (b.X - a.X), a.Y + share * (b.Y - a.Y), 1);
    }

    [Fact]
    public void Mirrored_poses_give_mirrored_landmarks()
    {
        var pose = new SyntheticPose(0.3f, 0.1f, 0, 0.5f, 0.4f, 0.8f, 0.2f, 1);
        var toPicture = new Similarity(50, 0, 0, 0);
        var turned = SyntheticShape.Landmarks(pose, toPicture);
        var mirrored = SyntheticShape.Landmarks(pose with { Yaw = -0.3f }, toPicture);
        var mirror = LandmarkScheme.Ibug68.Mirror;
        for (var i = 0; i < 68; i++)
            Assert.True(turned[i].DistanceTo(mirrored[mirror[i]] with { X = -mirrored[mirror[i]].X }) < 1e-3f, $"landmark {i}");
    }

    [Fact]
    public void A_folder_that_cannot_be_created_is_named()
    {
        var file = folder.Write("file", "x");
        var error = Assert.Throws<OutputException>(() => SyntheticFaces.Write(file, new SyntheticOptions()));
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }
}
