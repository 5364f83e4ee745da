using System.Numerics;
using LiveLandmarks.Expression;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Training.Expressions;
using LiveLandmarks.Training.Tests.Data.Heads;
using OpenCvSharp;

namespace LiveLandmarks.Training.Tests.Expressions;

public sealed class NeutralOffsetTests : IDisposable
{
    private const int RightCorner = 48, LeftCorner = 54, Chin = 8;

    private static readonly Lazy<RandomFaces> People = new(() => new RandomFaces(SharedModel.Heads, LandmarkErrors.None));

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [FaceModelFact]
    public void Landmarks_on_the_models_vertices_have_nearly_no_offset()
    {
        var offset = Measure(Neutral().See());
        // Features are fifths of a decimeter; 0.06 are 3 mm.
        Assert.All(offset, value => Assert.InRange(value, -0.06f, 0.06f));
    }

    [FaceModelFact]
    public void A_known_offset_is_found_and_made_the_same_on_both_sides()
    {
        var without = Measure(Neutral().See());
        // The right corner of the mouth lies 0.5 cm further out and 0.3 cm lower, the left one where it is; the chin is 0.4 cm lower.
        var face = Neutral().See((RightCorner, -0.5f, 0.3f), (Chin, 0.2f, 0.4f));
        var with = Measure(face, face);
        Assert.Equal(-0.25f / 5, with[2 * RightCorner] - without[2 * RightCorner], 2e-3f);
        Assert.Equal(0.25f / 5, with[2 * LeftCorner] - without[2 * LeftCorner], 2e-3f);
        Assert.Equal(0.15f / 5, with[2 * RightCorner + 1] - without[2 * RightCorner + 1], 2e-3f);
        Assert.Equal(0.15f / 5, with[2 * LeftCorner + 1] - without[2 * LeftCorner + 1], 2e-3f);
        Assert.Equal(0, with[2 * Chin], 2e-3f);
        Assert.Equal(0.4f / 5, with[2 * Chin + 1] - without[2 * Chin + 1], 2e-3f);
        Assert.Equal(without[2 * 30 + 1], with[2 * 30 + 1], 2e-3f);
        Assert.Equal(0, with[ExpressionFeatures.Angles]);
        Assert.Equal(0, with[ExpressionFeatures.Angles + 1]);
    }

    [FaceModelFact]
    public void Pictures_without_a_face_or_that_cannot_be_read_are_reported()
    {
        var picture = folder.Write("grey.png", SeenHead.Picture());
        using var nobody = new FaceLocator(new Boxes(), new ScriptedNetwork(Neutral().See()));
        Assert.Contains("None of the pictures of neutral faces", Assert.Throws<InputException>(
            () => NeutralOffset.Measure([picture, picture], nobody, People.Value, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("none.png", Assert.Throws<InputException>(
            () => NeutralOffset.Measure([folder.File("none.png")], nobody, People.Value, 1)).Message, StringComparison.Ordinal);
    }

    /// <summary>The face model's mean head, which faces the camera.</summary>
    private static SeenHead Neutral()
    {
        var model = SharedModel.Heads;
        Vector3[] places = [.. model.Ibug68.Select(model.NeutralAt)];
        var origin = (places[36] + places[39] + places[42] + places[45]) / 4;
        return new SeenHead { Places = [.. places.Select(place => (place - origin) * new Vector3(1, -1, -1))] };
    }

    private float[] Measure(params FaceLandmarks[] faces)
    {
        string[] pictures = [.. faces.Select((_, i) => folder.Write($"{i}.png", SeenHead.Picture()))];
        using var locator = new FaceLocator(new Boxes(faces[0].Bounds), new ScriptedNetwork(faces));
        return NeutralOffset.Measure(pictures, locator, People.Value, 1);
    }

    private sealed class Boxes(params FaceBox[] boxes) : IFaceDetector
    {
        public IReadOnlyList<FaceBox> Detect(Mat image) => boxes;

        public void Dispose()
        {
        }
    }
}
