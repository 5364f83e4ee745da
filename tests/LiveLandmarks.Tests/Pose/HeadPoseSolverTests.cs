using System.Numerics;
using LiveLandmarks.Pose;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Pose;

public class HeadPoseSolverTests
{
    public static TheoryData<string, float, float, float, float, float, float> Poses()
    {
        var poses = new TheoryData<string, float, float, float, float, float, float>();
        foreach (var scheme in LandmarkScheme.All)
        {
            poses.Add(scheme.Name, 0, 0, 0, 0, 0, 60);
            poses.Add(scheme.Name, 25, -10, 5, 8, -4, 45);
            poses.Add(scheme.Name, -40, 20, -30, -15, 10, 90);
            poses.Add(scheme.Name, 60, 0, 80, 5, 5, 50);
            poses.Add(scheme.Name, -3, -35, 170, 0, 0, 35);
        }
        return poses;
    }

    [Theory]
    [MemberData(nameof(Poses))]
    public void A_known_pose_is_found(string scheme, float yaw, float pitch, float roll, float x, float y, float z)
    {
        var head = new PosedHead(LandmarkScheme.Find(scheme)!, yaw, pitch, roll) { Place = new Vector3(x, y, z) };
        var pose = head.Solve()!.Value;
        Assert.Equal(yaw, pose.Yaw, 0.1f);
        Assert.Equal(pitch, pose.Pitch, 0.1f);
        Assert.Equal(roll, pose.Roll, 0.1f);
        Assert.Equal(0, Vector3.Distance(head.Place, pose.Translation), 0.1f);
        Assert.InRange(pose.Error, 0, 0.05f);
        Assert.InRange(pose.Confidence, 0.89f, 0.91f);
    }

    [Fact]
    public void A_mirrored_face_has_opposite_yaw_and_roll_and_the_same_pitch()
    {
        var head = new PosedHead(LandmarkScheme.Wflw98, 20, 10, -15) { Place = new Vector3(7, 3, 50) };
        var face = head.See();
        var mirrored = new Landmark[face.Points.Length];
        for (var i = 0; i < mirrored.Length; i++)
            mirrored[face.Scheme.Mirror[i]] = face.Points[i] with { X = PosedHead.Width - 1 - face.Points[i].X };
        var pose = new HeadPoseSolver().Solve(face with { Points = [.. mirrored] }, head.Camera)!.Value;
        Assert.Equal(-20, pose.Yaw, 0.1f);
        Assert.Equal(10, pose.Pitch, 0.1f);
        Assert.Equal(15, pose.Roll, 0.1f);
        Assert.Equal(-7, pose.Translation.X, 0.1f);
    }

    [Fact]
    public void The_intrinsics_of_the_given_camera_are_used()
    {
        var head = new PosedHead(LandmarkScheme.Ibug68, 15, 5, 0) { Camera = new CameraIntrinsics(900, 880, 300, 260) };
        var pose = head.Solve()!.Value;
        Assert.Equal(15, pose.Yaw, 0.1f);
        Assert.Equal(60, pose.Translation.Z, 0.1f);
        Assert.Equal(head.Camera, pose.Camera);
    }

    [Fact]
    public void One_landmark_far_off_turns_the_head_by_five_degrees_at_most()
    {
        var head = new PosedHead(LandmarkScheme.Ibug68, 10, -5, 0);
        for (var i = 27; i < 48; i++)
        {
            var face = head.See();
            face = face.With(i, face.Points[i] with { X = face.Points[i].X + 40 });
            var pose = new HeadPoseSolver().Solve(face, head.Camera)!.Value;
            Assert.Equal(10, pose.Yaw, 5f);
            Assert.Equal(-5, pose.Pitch, 5f);
        }
    }

    [Fact]
    public void A_landmark_of_low_confidence_pulls_less_than_one_of_high_confidence()
    {
        Assert.True(Pulled(0.1f) < 0.4f * Pulled(0.9f));

        static float Pulled(float confidence)
        {
            var head = new PosedHead(LandmarkScheme.Ibug68);
            var face = head.See();
            face = face.With(30, new Landmark(face.Points[30].X + 3, face.Points[30].Y, confidence));
            return new HeadPoseSolver().Solve(face, head.Camera)!.Value.Yaw;
        }
    }

    [Fact]
    public void Confidence_falls_with_that_of_the_landmarks_and_with_a_worse_fit()
    {
        var head = new PosedHead(LandmarkScheme.Ibug68);
        Assert.Equal(0.5f, Confidence(head.See(confidence: 0.5f)), 0.01f);
        var noise = new float[] { 0, 2, 4, 6 };
        var falling = Array.ConvertAll(
            noise, size => Enumerable.Range(0, 20).Average(seed => Confidence(head.See(new Random(seed), size))));
        Assert.Equal(falling.OrderDescending(), falling);
        Assert.True(falling[^1] < 0.6 * falling[0]);

        float Confidence(FaceLandmarks face) => new HeadPoseSolver().Solve(face, head.Camera)?.Confidence ?? 0;
    }

    [Fact]
    public void Landmarks_that_do_not_form_a_head_have_no_pose()
    {
        var head = new PosedHead(LandmarkScheme.Ibug68);
        var inOnePlace = head.See().Moved(_ => new Landmark(100, 100, 0.9f));
        Assert.Null(new HeadPoseSolver().Solve(inOnePlace, head.Camera));

        var random = new Random(3);
        var scattered = head.See().Moved(_ => new Landmark(200 + 200 * random.NextSingle(), 200 + 200 * random.NextSingle(), 0.9f));
        Assert.Null(new HeadPoseSolver().Solve(scattered, head.Camera));

        var broken = head.See().With(30, new Landmark(float.NaN, 0, 0));
        Assert.Null(new HeadPoseSolver().Solve(broken, head.Camera));
    }

    [Fact]
    public void After_landmarks_that_do_not_form_a_head_the_next_face_has_a_pose()
    {
        var solver = new HeadPoseSolver();
        var head = new PosedHead(LandmarkScheme.Ibug68, 12);
        var lost = head.See().Moved(_ => new Landmark(100, 100, 0.9f));
        Assert.NotNull(solver.Solve(head.See(), head.Camera));
        Assert.Null(solver.Solve(lost, head.Camera));
        Assert.Equal(12, solver.Solve(head.See(), head.Camera)!.Value.Yaw, 0.1f);
    }

    /// <summary>The jitter of the network is about a third of a percent of the inter-ocular distance.</summary>
    [Fact]
    public void A_turning_head_with_noise_is_followed_without_a_flip()
    {
        var (solver, random) = (new HeadPoseSolver(), new Random(5));
        float worst = 0;
        for (var i = 0; i < 240; i++)
        {
            var (yaw, pitch, roll) = (50 * MathF.Sin(i / 20f), 20 * MathF.Sin(i / 13f), 25 * MathF.Sin(i / 31f));
            var head = new PosedHead(LandmarkScheme.Ibug68, yaw, pitch, roll);
            var pose = solver.Solve(head.See(random, 0.3f), head.Camera)!.Value;
            worst = MathF.Max(worst, MathF.Max(
                MathF.Abs(pose.Yaw - yaw), MathF.Max(MathF.Abs(pose.Pitch - pitch), MathF.Abs(pose.Roll - roll))));
        }
        Assert.InRange(worst, 0, 4);
    }

    [Fact]
    public void The_pose_does_not_depend_on_the_frames_before()
    {
        var (solver, random) = (new HeadPoseSolver(), new Random(9));
        for (var i = 0; i < 60; i++)
        {
            var head = new PosedHead(LandmarkScheme.Ibug68, i - 30, 10, 0);
            var face = head.See(random, 1);
            var (followed, fresh) = (solver.Solve(face, head.Camera)!.Value, new HeadPoseSolver().Solve(face, head.Camera)!.Value);
            Assert.Equal(fresh.Yaw, followed.Yaw, 0.2f);
            Assert.Equal(fresh.Pitch, followed.Pitch, 0.2f);
        }
    }

    /// <summary>OpenCV's solver with the same weights gives the same pose, to a tenth of the effect of landmark jitter.</summary>
    [Fact]
    public void The_fit_matches_that_of_OpenCV_with_landmarks_drawn_towards_the_head()
    {
        var random = new Random(11);
        for (var i = 0; i < 60; i++)
        {
            var head = new PosedHead(LandmarkScheme.Ibug68, i - 30, 15 - i / 3, i / 2);
            var face = head.See(random, 0.5f);
            face = face.With(27 + i % 9, new Landmark(face.Points[30].X + 8, face.Points[30].Y, 0.6f));
            var found = new HeadPoseSolver().Solve(face, head.Camera)!.Value;
            var expected = RoundsOfOpenCv.Solve(face, head.Camera);
            Assert.Equal(expected.Yaw, found.Yaw, 0.1f);
            Assert.Equal(expected.Pitch, found.Pitch, 0.1f);
            Assert.Equal(expected.Roll, found.Roll, 0.1f);
            Assert.Equal(expected.Translation.Z, found.Translation.Z, 0.1f);
        }
    }
}
