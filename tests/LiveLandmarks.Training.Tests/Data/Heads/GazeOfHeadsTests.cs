using System.Numerics;
using LiveLandmarks.Tracking;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Data.Heads;
using Xunit.Abstractions;

namespace LiveLandmarks.Training.Tests.Data.Heads;

/// <summary>The library's gaze, on heads of the face model whose eyes look in known directions.</summary>
public class GazeOfHeadsTests(ITestOutputHelper output)
{
    private const int Heads = 300;
    private const float Distance = 60;
    private const float FarthestYaw = 20, FarthestPitch = 12;

    private readonly CameraIntrinsics camera = CameraIntrinsics.FromFieldOfView(60, 1280, 960);

    [FaceModelFact]
    public void The_gaze_of_random_people_is_found_within_nine_degrees()
    {
        var model = SharedModel.Heads;
        var random = new SampleRandom(5, 1);
        var errors = new List<float>();
        var straight = new List<float>();
        for (var i = 0; i < Heads; i++)
        {
            var identity = HeadWeights.Draw(model, random).Identity;
            var (across, up) = (random.Around(FarthestYaw), random.Around(FarthestPitch));
            var pose = HeadPose.RotationOf(random.Around(25), random.Around(15), random.Around(20));
            var (found, truth) = Look(model, identity, across, up, pose);
            foreach (var (eye, expected) in found.Zip(truth))
            {
                if (eye is { } gaze)
                    errors.Add(Degrees(gaze.Direction, expected));
            }
            var (ahead, forward) = Look(model, identity, 0, 0, Quaternion.Identity);
            straight.AddRange(ahead.Zip(forward).Where(pair => pair.First is not null)
                .Select(pair => Degrees(pair.First!.Value.Direction, pair.Second)));
        }
        output.WriteLine($"{errors.Count} eyes: mean {errors.Average():0.0}°; straight ahead {straight.Average():0.0}°");
        Assert.True(errors.Count > 1.6 * Heads);
        Assert.InRange(errors.Average(), 0, 9);
    }

    /// <summary>A person who looks somewhere: the eyeballs are turned about their middles, and the lids follow.</summary>
    /// <param name="model">The model.</param>
    /// <param name="identity">Who it is.</param>
    /// <param name="yaw">Of the eyes in the head, degrees, positive to the person's left.</param>
    /// <param name="pitch">Of the eyes in the head, degrees, positive upward.</param>
    /// <param name="turn">The head's.</param>
    private (GazeDirection?[] Found, Vector3[] Truth) Look(FaceModel model, float[] identity, float yaw, float pitch, Quaternion turn)
    {
        var expression = new float[model.Expressions.Count];
        foreach (var side in new[] { "L", "R" })
            expression[model.Expression((pitch > 0 ? "eyeLookUp_" : "eyeLookDown_") + side)] =
                MathF.Min(1, MathF.Abs(pitch) / FarthestPitch);
        var vertices = new float[3 * model.VertexCount];
        model.Shape(new HeadWeights(identity, expression), vertices);
        var points = Array.ConvertAll(model.Ibug68.ToArray(), vertex => Project(At(vertices, vertex), turn));

        var (sineYaw, cosineYaw) = MathF.SinCos(float.DegreesToRadians(yaw));
        var (sinePitch, cosinePitch) = MathF.SinCos(float.DegreesToRadians(pitch));
        var gaze = new Vector3(sineYaw * cosinePitch, sinePitch, cosineYaw * cosinePitch);
        var face = new FaceLandmarks(LandmarkScheme.Ibug68, [.. points]) { Pupils = new FacePupils(Pupil("right"), Pupil("left")) };
        var tracked = StillFace.Of(1, face, camera);
        var truth = Vector3.Transform(ToHead(gaze), turn);
        return ([tracked.RightEye.Gaze, tracked.LeftEye.Gaze], [truth, truth]);

        Landmark Pupil(string side)
        {
            var (least, most) = (new Vector3(float.MaxValue), new Vector3(float.MinValue));
            var ball = model.Part($"eyeball_{side}");
            for (var vertex = ball.Start.Value; vertex < ball.End.Value; vertex++)
                (least, most) = (Vector3.Min(least, At(vertices, vertex)), Vector3.Max(most, At(vertices, vertex)));
            // The cornea makes the ball deeper than wide.
            var radius = (most.X - least.X) / 2;
            var center = (least + most) / 2;
            center.Z = least.Z + radius;
            return Project(center + radius * gaze, turn);
        }
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

    private static float Degrees(Vector3 a, Vector3 b) => float.RadiansToDegrees(MathF.Acos(Math.Clamp(Vector3.Dot(a, b), -1, 1)));
}
