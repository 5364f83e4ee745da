using LiveLandmarks.Expression;
using LiveLandmarks.Models;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tests.Models;
using LiveLandmarks.Tests.Output;

namespace LiveLandmarks.Tests.Expression;

public sealed class BlendshapeNetworkTests : IDisposable
{
    private static readonly TinyExpression Tiny = TinyExpression.Constant(
        (Blendshape.JawOpen, 0.25f), (Blendshape.MouthSmileLeft, 0.5f), (Blendshape.CheekSquintLeft, 0.75f),
        (Blendshape.BrowInnerUp, 0.3f), (Blendshape.BrowOuterUpLeft, 0.4f), (Blendshape.NoseSneerRight, 0.6f),
        (Blendshape.EyeBlinkLeft, 1));

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_movements_of_a_network_come_in_the_order_of_its_manifest()
    {
        using var network = Open(Tiny);
        Assert.Equal("tiny-movements", network.Name);
        Assert.Equal(Tiny.Movements.Select(movement => movement.Shape), network.Movements);
        var head = new PosedAverage();
        Assert.Equal(
            Tiny.Movements.Select(movement => movement.Constant), network.Run(head.See().Points.AsSpan(), head.Pose).ToArray());
    }

    [Fact]
    public void A_network_sees_the_landmarks_relative_to_the_head()
    {
        const int HeightOfChin = 2 * 8 + 1;
        using var network = Open(new TinyExpression((Blendshape.JawOpen, -2, HeightOfChin, 1)));
        foreach (var head in new[] { new PosedAverage(), new PosedAverage(0, 0, 40) { Place = new System.Numerics.Vector3(5, 3, 90) } })
            Assert.Equal(11.53f / 5 - 2, network.Run(head.See().Points.AsSpan(), head.Pose)[0], 0.02f);
    }

    [Fact]
    public void A_face_has_the_movements_of_the_network_and_the_blinks_that_were_read()
    {
        using var network = Open(Tiny);
        var shapes = Read(network, new PosedAverage().Track());
        Assert.Equal((0.25f, 0.5f), (shapes[Blendshape.JawOpen], shapes[Blendshape.MouthSmileLeft]));
        Assert.Equal(0.2f, shapes[Blendshape.EyeBlinkLeft]!.Value, 1e-3f);
        Assert.Null(shapes[Blendshape.MouthSmileRight]);
    }

    [Fact]
    public void A_covered_mouth_hides_its_movements_and_those_of_the_cheeks()
    {
        using var network = Open(Tiny);
        var face = new PosedAverage().Track();
        var shapes = Read(network, face with { Landmarks = face.Landmarks.Covered(48..68) });
        Assert.Null(shapes[Blendshape.JawOpen]);
        Assert.Null(shapes[Blendshape.MouthSmileLeft]);
        Assert.Null(shapes[Blendshape.CheekSquintLeft]);
        Assert.Equal(0.3f, shapes[Blendshape.BrowInnerUp]!.Value, 1e-3f);
        Assert.Equal(0.6f, shapes[Blendshape.NoseSneerRight]!.Value, 1e-3f);
        Assert.NotNull(shapes[Blendshape.EyeBlinkLeft]);
    }

    [Fact]
    public void A_movement_of_two_parts_needs_both_and_the_others_their_own()
    {
        using var network = Open(Tiny);
        var face = new PosedAverage().Track();
        var shapes = Read(network, face with { Landmarks = face.Landmarks.Covered(17..22) });
        Assert.Null(shapes[Blendshape.BrowInnerUp]);
        Assert.Equal(0.4f, shapes[Blendshape.BrowOuterUpLeft]!.Value, 1e-3f);
        shapes = Read(network, face with { Landmarks = face.Landmarks.Covered(42..48) });
        Assert.Null(shapes[Blendshape.CheekSquintLeft]);
        Assert.Equal(0.5f, shapes[Blendshape.MouthSmileLeft]);
        Assert.Null(Read(network, face with { Landmarks = face.Landmarks.Covered(27..36) })[Blendshape.NoseSneerRight]);
    }

    [Fact]
    public void A_still_picture_and_a_stream_use_the_network_of_the_folder()
    {
        foreach (var file in Directory.GetFiles(Repository.Models, "face-*").Where(IsUsed))
            File.Copy(file, folder.File(Path.GetFileName(file)));
        Tiny.WriteTo(folder.Path);
        using var image = Networks.Astronaut();
        var chosen = new ModelChoice { Folder = folder.Path, Landmarks = "face-lite" };
        foreach (var (expression, strength) in new[] { (null, 0.25f), ("tiny-movements", 0.25f), (ModelChoice.None, default(float?)) })
        {
            var models = chosen with { Expression = expression };
            var still = FaceLandmarker.Detect(image, new FaceLandmarkerOptions { Models = models, Inference = Networks.OneThread });
            Assert.Equal(strength, Assert.Single(still).Blendshapes![Blendshape.JawOpen]);
            using var tracker = FaceTracker.Create(new FaceTrackerOptions { Models = models, Inference = Networks.OneThread });
            Assert.Equal(strength, Assert.Single(tracker.Process(image, TimeSpan.Zero)).Blendshapes![Blendshape.JawOpen]);
        }

        static bool IsUsed(string path) => Path.GetExtension(path) is ".json" or ".onnx"
            && Path.GetFileNameWithoutExtension(path) is "face-detector" or "face-lite";
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 0)]
    [InlineData(15, 0.5f)]
    [InlineData(20, 1)]
    [InlineData(-40, 1)]
    public void The_more_a_head_is_turned_the_more_the_gaze_is_the_networks(float yaw, float share)
    {
        using var network = Open(new TinyExpression((Blendshape.JawOpen, 0.5f, 0, 0)) { Gaze = [ExpressionFeatures.Angles, 0] });
        var head = new PosedAverage(yaw);
        var face = WithPupils(head, Looks.At(head, 0, 0));
        var geometry = face.RightEye.Gaze!.Value.Direction;
        var (right, _) = Read(network, face with { LeftEye = face.LeftEye with { Gaze = null } }, out _);
        // The network says that the eye is turned in the head as the head is.
        var found = network.Run(
            face.Landmarks.Points.AsSpan(), face.Landmarks.Pupils!.Value, areBoth: false, head.Pose, out var ofNetwork, out _);
        Assert.Equal(0.5f, found[0]);
        var expected = System.Numerics.Vector3.Normalize(System.Numerics.Vector3.Lerp(geometry, ofNetwork.Direction, share));
        Assert.Equal(1, System.Numerics.Vector3.Dot(expected, right!.Value.Direction), 1e-4f);
        if (share is > 0 and < 1)
            Assert.True(System.Numerics.Vector3.Dot(geometry, ofNetwork.Direction) < 0.99f);
    }

    [Fact]
    public void A_network_that_finds_the_gaze_sees_the_left_eye_in_a_mirror()
    {
        // What it says of an eye is where the pupil is, and in a mirror left and right change.
        const int PupilX = ExpressionFeatures.Count, PupilY = PupilX + 1;
        using var network = Open(new TinyExpression((Blendshape.JawOpen, 0.5f, 0, 0)) { Gaze = [PupilX, PupilY] });
        Assert.True(network.FindsGaze);
        // Turned so far that the gaze is the network's alone.
        var head = new PosedAverage(Pitch: 21);
        var face = WithPupils(head, Looks.At(head, 10, 5));
        var (right, left) = Read(network, face, out var shapes);
        Assert.Equal(0.5f, shapes![Blendshape.JawOpen]);
        // The pupils lie on both sides of the head's origin, so the eyes would diverge: they do not.
        Assert.Equal(right!.Value.Yaw, left!.Value.Yaw, 1e-3f);
        Assert.Equal(right.Value.Pitch, left.Value.Pitch, 1e-3f);
        // An eye alone: the pupil is 3.2 cm from the origin, a feature of 5 cm is 1, and a gaze of 1 is 30°.
        var (alone, none) = Read(network, face with { LeftEye = face.LeftEye with { Gaze = null } }, out _);
        Assert.Null(none);
        Assert.InRange(alone!.Value.Yaw, -24, -15);
        var (other, mirrored) = Read(network, face with { RightEye = face.RightEye with { Gaze = null } }, out _);
        Assert.Null(other);
        Assert.InRange(mirrored!.Value.Yaw, 15, 24);
    }

    [Fact]
    public void Without_pupils_a_network_leaves_the_gaze_unknown_and_finds_the_movements()
    {
        using var network = Open(new TinyExpression((Blendshape.JawOpen, 0.5f, 0, 0)) { Gaze = [0, 1] });
        var (right, left) = Read(network, new PosedAverage().Track(), out var shapes);
        Assert.Equal((null, null, 0.5f), (right, left, shapes![Blendshape.JawOpen]));
    }

    private static TrackedFace WithPupils(PosedAverage head, TrackedFace face)
    {
        return face with { Landmarks = face.Landmarks with { Pupils = new FacePupils(Pupil(-3.2f), Pupil(3.2f)) } };

        Landmark Pupil(float x)
        {
            var seen = head.Pose.Project(new System.Numerics.Vector3(x, 0, 0));
            return new Landmark(seen.X, seen.Y, 1);
        }
    }

    private static Blendshapes Read(BlendshapeNetwork network, TrackedFace face)
    {
        Read(network, face, out var shapes);
        return shapes!;
    }

    private static (GazeDirection? Right, GazeDirection? Left) Read(BlendshapeNetwork network, TrackedFace face, out Blendshapes? shapes)
    {
        var (right, left) = (face.RightEye, face.LeftEye);
        shapes = new BlendshapeReader(network).Read(face.Landmarks, face.Pose, ref right, ref left, TimeSpan.Zero);
        return (right.Gaze, left.Gaze);
    }

    private BlendshapeNetwork Open(TinyExpression tiny) => new(ModelFile.Open(tiny.WriteTo(folder.Path)));
}
