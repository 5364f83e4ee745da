using System.Numerics;
using LiveLandmarks.Expression;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Tracking;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Data.Heads;
using LiveLandmarks.Training.Expressions;
using Xunit.Abstractions;

namespace LiveLandmarks.Training.Tests.Data.Heads;

/// <summary>The library's gaze, on heads of the face model whose eyes look in known directions.</summary>
public class GazeOfHeadsTests(ITestOutputHelper output)
{
    private const int Heads = 300;
    private const float Distance = 60;
    private const float FarthestYaw = 20, FarthestPitch = 12;

    private readonly CameraIntrinsics camera = CameraIntrinsics.FromFieldOfView(60, 1280, 960);

    /// <summary>Eyeballs of a person's size, and the model's own, which are 30 mm wide: their pupils move further for the same
    /// turn.</summary>
    [FaceModelFact, Trait("Duration", "Long")]
    public void The_gaze_of_random_people_is_found()
    {
        using var network = BlendshapeNetwork.Open(new ModelChoice { Folder = Repository.Models });
        var offset = Offset();
        var (geometry, found) = (MeanError(1.2f, offset, network: null), MeanError(1.2f, offset, network));
        Assert.InRange(found, 0, 6);
        Assert.InRange(found, 0, 0.8 * geometry);
        var (ownGeometry, ownFound) = (MeanError(0, offset, network: null), MeanError(0, offset, network));
        Assert.InRange(ownFound, 0, 0.9 * ownGeometry);
    }

    /// <summary>Where our networks find landmarks and pupils, relative to the model's vertices.</summary>
    private static float[] Offset()
    {
        using var locator = FaceLocator.Open(new ModelChoice { Folder = Repository.Models });
        var pictures = Directory.GetFiles(Path.Combine(Repository.SharedFaces, "open", "studio"), "canada_*.jpg");
        return NeutralOffset.Measure(pictures, locator, new RandomFaces(SharedModel.Heads, LandmarkErrors.None), 1);
    }

    private double MeanError(float radius, float[] offset, BlendshapeNetwork? network)
    {
        var model = SharedModel.Heads;
        ModelEye[] eyes = [new(model, "right") { Radius = radius }, new(model, "left") { Radius = radius }];
        var random = new SampleRandom(5, 1);
        List<float> errors = [], straight = [];
        for (var i = 0; i < Heads; i++)
        {
            var identity = HeadWeights.Draw(model, random).Identity;
            var (across, up) = (random.Around(FarthestYaw), random.Around(FarthestPitch));
            var (headYaw, headPitch, roll) = (random.Around(25), random.Around(15), random.Around(20));
            errors.AddRange(Errors(across, up, HeadPose.RotationOf(headYaw, headPitch, roll), roll));
            straight.AddRange(Errors(0, 0, Quaternion.Identity, 0));

            IEnumerable<float> Errors(float yaw, float pitch, Quaternion turn, float headRoll) =>
                Look(model, eyes, identity, yaw, pitch, point => Shifted(point, turn, headRoll), network)
                    .Select(new GazeDirection(Vector3.Transform(ToHead(ModelEye.Direction(yaw, pitch)), turn)).AngleTo);
        }
        var name = network is null ? "geometry" : "with the network";
        output.WriteLine(
            $"radius {radius}, {name}: {errors.Count} eyes: mean {errors.Average():0.00}°; straight ahead {straight.Average():0.00}°");
        Assert.True(errors.Count > 1.6 * Heads);
        return errors.Average();

        // A point of the head as our networks find it: landmarks by their number, the right pupil as 68 and the left one as 69.
        Landmark Shifted((Vector3 Point, int Index) place, Quaternion turn, float roll)
        {
            var feature = place.Index < 68 ? 2 * place.Index : ExpressionFeatures.Count;
            var side = place.Index == 69 ? -1 : 1;
            var (x, y) = (side * ExpressionFeatures.Centimeters * offset[feature], ExpressionFeatures.Centimeters * offset[feature + 1]);
            var (sine, cosine) = MathF.SinCos(float.DegreesToRadians(roll));
            var (seen, scale) = (Project(place.Point, turn), camera.Fx / Distance);
            return seen with { X = seen.X + scale * (cosine * x - sine * y), Y = seen.Y + scale * (sine * x + cosine * y) };
        }
    }

    /// <summary>The gazes that are found of a person who looks somewhere: the eyeballs are turned about their middles, and the lids
    /// follow.</summary>
    private IEnumerable<GazeDirection> Look(
        FaceModel model, ModelEye[] eyes, float[] identity, float yaw, float pitch, Func<(Vector3 Point, int Index), Landmark> see,
        BlendshapeNetwork? network)
    {
        var expression = new float[model.Expressions.Count];
        foreach (var side in new[] { "L", "R" })
            expression[model.Expression((pitch > 0 ? "eyeLookUp_" : "eyeLookDown_") + side)] =
                MathF.Min(1, MathF.Abs(pitch) / FarthestPitch);
        var vertices = new float[3 * model.VertexCount];
        model.Shape(new HeadWeights(identity, expression), vertices);
        Landmark[] points = [.. model.Ibug68.Select((vertex, i) => see((At(vertices, vertex), i)))];
        Landmark[] pupils = [.. eyes.Select((eye, i) => see(
            (eye.Pupil(vertex => At(vertices, vertex), ModelEye.Direction(yaw, pitch)), points.Length + i)))];
        var face = new FaceLandmarks(LandmarkScheme.Ibug68, [.. points]) { Pupils = new FacePupils(pupils[0], pupils[1]) };
        var tracked = StillFace.Of(1, face, camera, network);
        return new[] { tracked.RightEye.Gaze, tracked.LeftEye.Gaze }.OfType<GazeDirection>();
    }

    private Landmark Project(Vector3 point, Quaternion turn)
    {
        // The origin is roughly between the eyes, as the library's head has it.
        var place = Vector3.Transform(ToHead(point - new Vector3(0, 3.3f, 8.9f)), turn) + new Vector3(0, 0, Distance);
        return new Landmark(camera.Fx * place.X / place.Z + camera.Cx, camera.Fy * place.Y / place.Z + camera.Cy, 0.95f);
    }

    /// <summary>From the model's axes (y up, z to the camera) to the library's (y to the chin, z to the back).</summary>
    private static Vector3 ToHead(Vector3 point) => new(point.X, -point.Y, -point.Z);

    private static Vector3 At(float[] vertices, int vertex) => new(vertices.AsSpan(3 * vertex, 3));
}
