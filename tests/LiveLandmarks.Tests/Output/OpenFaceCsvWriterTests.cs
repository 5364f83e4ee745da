using System.Numerics;
using LiveLandmarks.Capture;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Output;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Output;

public sealed class OpenFaceCsvWriterTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FramePool pool = new();
    private readonly Frame frame;

    public OpenFaceCsvWriterTests()
    {
        frame = pool.Lease();
        (frame.Number, frame.Timestamp) = (7, TimeSpan.FromSeconds(0.2333334));
    }

    public void Dispose()
    {
        frame.Dispose();
        pool.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void The_header_is_exactly_that_of_OpenFace()
    {
        var table = Write();
        Assert.StartsWith(
            "frame, face_id, timestamp, confidence, success, gaze_0_x, gaze_0_y, gaze_0_z, gaze_1_x, gaze_1_y, gaze_1_z, " +
                "gaze_angle_x, gaze_angle_y, pose_Tx, pose_Ty, pose_Tz, pose_Rx, pose_Ry, pose_Rz, x_0, x_1, x_2, ",
            table.Header,
            StringComparison.Ordinal);
        Assert.Contains(", x_66, x_67, y_0, y_1, ", table.Header, StringComparison.Ordinal);
        Assert.EndsWith(
            ", y_66, y_67, AU01_r, AU02_r, AU04_r, AU09_r, AU10_r, AU12_r, AU14_r, AU20_r, AU26_r, AU45_r", table.Header,
            StringComparison.Ordinal);
        Assert.Equal(19 + 2 * 68 + 10, table.Header.Split(", ").Length);
    }

    [Fact]
    public void Action_units_are_means_of_both_sides_from_0_to_5_and_empty_where_neither_is_known()
    {
        var shapes = Arkit.Of(
            (Blendshape.MouthSmileLeft, 0.5f), (Blendshape.MouthSmileRight, 0.25f), (Blendshape.BrowDownRight, 0.5f),
            (Blendshape.JawOpen, 1), (Blendshape.EyeBlinkLeft, 0), (Blendshape.EyeBlinkRight, 0));
        var table = Write(new PosedAverage().Track() with { Blendshapes = shapes });
        Assert.Equal([1.88, 2.5, 5, 0], table.Row(0, "AU12_r", "AU04_r", "AU26_r", "AU45_r"), (a, b) => Math.Abs(a - b) < 6e-3);
        Assert.All(table.Row(0, "AU01_r", "AU02_r", "AU09_r", "AU10_r", "AU14_r", "AU20_r"), value => Assert.Equal(double.NaN, value));
        Assert.Equal(double.NaN, Write()[0, "AU12_r"]);
        Assert.Equal(2.75, Write(new PosedAverage().Track())[0, "AU45_r"], 6e-3);
    }

    [Fact]
    public void Gaze_is_a_unit_vector_for_each_eye_and_the_angles_of_their_mean()
    {
        var (right, left) = (Vector3.Normalize(new Vector3(0.2f, 0.1f, -1)), Vector3.Normalize(new Vector3(0.1f, 0.1f, -1)));
        var eye = new EyeReading(EyeState.Open, 1, 0.3f, 0.9f, 0);
        var face = new PosedAverage(10).Track(3) with
        {
            RightEye = eye with { Gaze = new GazeDirection(right) },
            LeftEye = eye with { Gaze = new GazeDirection(left) },
        };
        var row = Write(face).Row(
            0, "gaze_0_x", "gaze_0_y", "gaze_0_z", "gaze_1_x", "gaze_1_y", "gaze_1_z", "gaze_angle_x", "gaze_angle_y");
        double[] expected = [right.X, right.Y, right.Z, left.X, left.Y, left.Z, Math.Atan(0.15), Math.Atan(0.1)];
        Assert.All(row.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-3));
        Assert.All(Write(face with { RightEye = eye, LeftEye = eye }).Row(0, "gaze_0_x", "gaze_1_z", "gaze_angle_x"),
            value => Assert.Equal(0, value));
    }

    [Fact]
    public void Each_face_is_a_row()
    {
        var face = new PosedAverage(10).Track(3);
        var table = Write(face);
        Assert.Equal(1, table.Count);
        Assert.Equal([8, 3, 0.233333, 1], table.Row(0, "frame", "face_id", "timestamp", "success"));
        Assert.Equal(face.Score, table[0, "confidence"], 6e-4);
        for (var i = 0; i < 68; i++)
        {
            Assert.Equal(face.Landmarks.Points[i].X, table[0, $"x_{i}"], 6e-3);
            Assert.Equal(face.Landmarks.Points[i].Y, table[0, $"y_{i}"], 6e-3);
        }
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(30, 0, 0)]
    [InlineData(0, 20, 0)]
    [InlineData(0, 0, 25)]
    [InlineData(-35, -15, 10)]
    public void The_angles_give_the_rotation_by_the_formula_of_OpenFace(float yaw, float pitch, float roll)
    {
        var head = new PosedAverage(yaw, pitch, roll);
        var angles = Write(head.Track()).Row(0, "pose_Rx", "pose_Ry", "pose_Rz");
        var made = OpenFaceRotation(angles[0], angles[1], angles[2]);
        var turn = head.Pose.ModelToCamera;
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
                Assert.Equal(turn[column, row], made[row, column], 1e-3);
        }
    }

    [Fact]
    public void The_signs_of_the_angles_are_those_of_OpenFace()
    {
        // x points right in the picture, y down, z away. Turned to their left, the person faces +x, so the z axis of the head turns to −x,
        // opposite to Ry.
        Assert.True(Write(new PosedAverage(Yaw: 30).Track())[0, "pose_Ry"] < -0.5);
        Assert.True(Write(new PosedAverage(Pitch: 20).Track())[0, "pose_Rx"] < -0.3);
        Assert.True(Write(new PosedAverage(Roll: 25).Track())[0, "pose_Rz"] > 0.4);
    }

    [Fact]
    public void The_position_is_in_millimeters_and_that_of_the_mean_landmark()
    {
        var place = Write(new PosedAverage { Place = new Vector3(10, -5, 60) }.Track()).Row(0, "pose_Tx", "pose_Ty", "pose_Tz");
        Assert.Equal(100, place[0], 0.1);
        Assert.Equal(-50 + 38.2, place[1], 0.5);
        Assert.Equal(600 - 1.1, place[2], 0.5);
    }

    [Fact]
    public void A_frame_without_a_face_is_a_row_with_success_0()
    {
        var table = Write();
        Assert.Equal([8, 0, 0, 0, 0, 0], table.Row(0, "frame", "face_id", "confidence", "success", "pose_Rx", "x_67"));
        Assert.Equal(0.233333, table[0, "timestamp"]);
    }

    [Fact]
    public void A_face_without_a_pose_has_success_0_and_keeps_its_landmarks()
    {
        var face = new PosedAverage().See();
        var table = Write(new TrackedFace(1, 1, face, face));
        Assert.Equal([1, 0, 0, 0], table.Row(0, "face_id", "success", "pose_Tz", "pose_Ry"));
        Assert.Equal(face.Points[8].Y, table[0, "y_8"], 6e-3);
    }

    [Fact]
    public void Two_faces_are_two_rows_of_one_frame()
    {
        var table = Write(new PosedAverage().Track(2), new PosedAverage().Track(5));
        Assert.Equal(2, table.Count);
        Assert.Equal([8, 2, 8, 5], [.. table.Row(0, "frame", "face_id"), .. table.Row(1, "frame", "face_id")]);
    }

    [Fact]
    public void Ninety_eight_landmarks_are_mapped_and_non_finite_numbers_become_0()
    {
        var face = LandmarkMap.Between(LandmarkScheme.Ibug68, LandmarkScheme.Wflw98).Apply(new PosedAverage().See())
            .With(0, new Landmark(float.NaN, float.PositiveInfinity, 1));
        var table = Write(new TrackedFace(1, 1, face, face));
        Assert.Equal([0, 0, Math.Round(face.Points[76].X, 2)], table.Row(0, "x_0", "y_0", "x_48"), (a, b) => Math.Abs(a - b) < 0.011);
    }

    [Fact]
    public void Landmarks_without_a_map_are_an_error_and_the_file_stays_intact()
    {
        var path = folder.File("o.csv");
        using (var writer = OpenFaceCsvWriter.Open(path))
        {
            writer.Write(new TrackedFrame(frame, []));
            var face = new FaceLandmarks(LandmarkScheme.Aflw19, [.. new Landmark[19]]);
            Assert.Throws<LandmarkMapException>(
                () => writer.Write(new TrackedFrame(frame, [new PosedAverage().Track(), new TrackedFace(1, 1, face, face)])));
        }
        Assert.Equal(1, new CsvTable(path).Count);
        Assert.EndsWith("\n", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [LinuxFact]
    public void A_full_disk_is_named_in_the_error()
    {
        var error = Assert.Throws<OutputException>(() => OpenFaceCsvWriter.Open("/dev/full"));
        Assert.StartsWith("/dev/full: cannot be written", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Euler2RotationMatrix of OpenFace's RotationHelpers.h: R = Rx · Ry · Rz.</summary>
    private static double[,] OpenFaceRotation(double x, double y, double z)
    {
        var ((s1, c1), (s2, c2), (s3, c3)) = (Math.SinCos(x), Math.SinCos(y), Math.SinCos(z));
        return new[,]
        {
            { c2 * c3, -c2 * s3, s2 },
            { c1 * s3 + c3 * s1 * s2, c1 * c3 - s1 * s2 * s3, -c2 * s1 },
            { s1 * s3 - c1 * c3 * s2, c3 * s1 + c1 * s2 * s3, c1 * c2 },
        };
    }

    private CsvTable Write(params TrackedFace[] faces)
    {
        var path = folder.File("o.csv");
        using (var writer = OpenFaceCsvWriter.Open(path))
            writer.Write(new TrackedFrame(frame, faces));
        return new CsvTable(path);
    }
}
