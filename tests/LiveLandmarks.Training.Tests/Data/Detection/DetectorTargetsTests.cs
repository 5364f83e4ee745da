using LiveLandmarks.Detection;
using LiveLandmarks.Training.Data.Detection;

namespace LiveLandmarks.Training.Tests.Data.Detection;

public class DetectorTargetsTests
{
    private const int Size = 40, Stride = 8;

    private readonly float[] targets = new float[5 * Size * Size];
    private readonly float[] weights = new float[5 * Size * Size];
    private readonly Scene scene = new();

    [Fact]
    public void The_runtime_decodes_the_same_faces_from_the_targets()
    {
        FaceBox[] faces = [new(20, 30, 40, 50), new(150.5f, 90.25f, 100, 130), new(260, 250, 17, 19)];
        scene.Faces.AddRange(faces);
        Render();
        var found = new DetectorDecoder(Size * Stride, Size).Decode(targets, 0.5f);
        Assert.Equal(faces.Length, found.Count);
        foreach (var face in faces)
            Assert.Contains(found, box => box.IntersectionOverUnion(face) > 0.999f);
    }

    [Fact]
    public void Geometry_counts_only_near_the_middle_of_a_face_and_the_background_counts_little()
    {
        scene.Faces.Add(new FaceBox(100, 100, 80, 80));
        Render();
        var geometry = weights.AsSpan(Size * Size, Size * Size).ToArray();
        Assert.Equal(1, geometry[17 * Size + 17]);
        Assert.Equal(0, geometry[17 * Size + 21]);
        Assert.InRange(geometry.Count(weight => weight > 0), 1, 30);
        Assert.Equal(1, weights[17 * Size + 17]);
        Assert.Equal(1f / 11, weights[0], 1e-6f);
    }

    [Fact]
    public void The_score_does_not_count_where_a_face_is_half_hidden()
    {
        scene.Unsure.Add(new FaceBox(100, 100, 40, 40));
        Render();
        Assert.Equal(0, weights[14 * Size + 14]);
        Assert.Equal(0, targets.Max());
    }

    [Fact]
    public void A_sure_face_counts_next_to_an_unsure_one()
    {
        scene.Unsure.Add(new FaceBox(90, 100, 40, 40));
        scene.Faces.Add(new FaceBox(110, 100, 40, 40));
        Render();
        Assert.Equal(1, weights[14 * Size + 16]);
    }

    [Theory]
    [InlineData(0, 0, 50, true)]
    [InlineData(-20, 0, 50, true)]
    [InlineData(-30, 0, 50, false)]
    [InlineData(75, 60, 50, false)]
    public void A_face_is_expected_only_if_half_of_it_is_visible(float x, float y, float size, bool needed)
    {
        scene.Add(new FaceBox(x, y, size, size), new FaceBox(0, 0, 100, 100));
        Assert.Equal((needed ? 1 : 0, needed ? 0 : 1), (scene.Faces.Count, scene.Unsure.Count));
    }

    [Fact]
    public void A_bar_over_a_face_makes_it_unsure()
    {
        scene.Add(new FaceBox(10, 10, 20, 20), new FaceBox(0, 0, 100, 100));
        scene.Add(new FaceBox(70, 10, 20, 20), new FaceBox(0, 0, 100, 100));
        scene.CutTo(new FaceBox(0, 0, 75, 100));
        Assert.Equal(10, Assert.Single(scene.Faces).X);
        Assert.Equal(70, Assert.Single(scene.Unsure).X);
    }

    private void Render() => DetectorTargets.Render(scene, Stride, Size, targets, weights);
}
