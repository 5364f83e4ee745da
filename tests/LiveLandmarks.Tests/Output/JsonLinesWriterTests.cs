using System.Collections.Immutable;
using System.Text.Json;
using LiveLandmarks.Capture;
using LiveLandmarks.Output;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tests.Pose;
using LiveLandmarks.Tracking;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Output;

public sealed class JsonLinesWriterTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly FramePool pool = new();
    private readonly Frame frame;

    public JsonLinesWriterTests()
    {
        frame = pool.Lease();
        frame.Image.Create(48, 64, MatType.CV_8UC3);
        (frame.Number, frame.Timestamp) = (7, TimeSpan.FromSeconds(0.2333334));
    }

    public void Dispose()
    {
        frame.Dispose();
        pool.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_frame_without_faces_is_one_line_of_five_fields()
    {
        var line = Assert.Single(Write([]));
        Assert.Equal("""{"frame":7,"timestamp":0.233333,"width":64,"height":48,"faces":[]}""", line);
    }

    [Fact]
    public void The_file_name_comes_first_when_every_picture_is_a_file()
    {
        var path = folder.File("out.jsonl");
        using (var writer = JsonLinesWriter.Open(path))
            writer.Write(new TrackedFrame(frame, []), "a \"b\" ä.png");
        using var parsed = JsonDocument.Parse(File.ReadAllText(path));
        Assert.Equal("file", parsed.RootElement.EnumerateObject().First().Name);
        Assert.Equal("a \"b\" ä.png", parsed.RootElement.GetProperty("file").GetString());
    }

    [Fact]
    public void A_face_has_its_id_score_box_and_both_kinds_of_landmarks()
    {
        var (smooth, raw) = (Faces.At(100.128f, 80), Faces.At(110, 90, confidence: 0.87654f));
        using var parsed = JsonDocument.Parse(Assert.Single(Write([new TrackedFace(3, 9, smooth, raw)])));
        var face = Assert.Single(parsed.RootElement.GetProperty("faces").EnumerateArray());
        Assert.Equal(["id", "score", "box", "landmarks", "raw", "pose", "leftEye", "rightEye", "mouth", "blendshapes"],
            face.EnumerateObject().Select(field => field.Name));
        Assert.Equal(3, face.GetProperty("id").GetInt32());
        Assert.Equal(0.877, face.GetProperty("score").GetDouble(), 6);
        var box = Numbers(face.GetProperty("box"));
        Assert.Equal([smooth.Bounds.X, smooth.Bounds.Y, smooth.Bounds.Width, smooth.Bounds.Height], box, (a, b) => Math.Abs(a - b) < 0.006);
        AssertPoints(smooth.Points, face.GetProperty("landmarks"));
        AssertPoints(raw.Points, face.GetProperty("raw"));
    }

    [Fact]
    public void A_measured_face_has_its_pose_eyes_and_mouth()
    {
        var head = new PosedHead(LandmarkScheme.Ibug68, 20, -10, 5) { Mouth = 1 };
        using var parsed = JsonDocument.Parse(Assert.Single(Write([StillFace.Of(1, head.See(), head.Camera)])));
        var face = parsed.RootElement.GetProperty("faces")[0];
        var pose = face.GetProperty("pose");
        Assert.Equal(["yaw", "pitch", "roll", "translation", "matrix", "error", "confidence"],
            pose.EnumerateObject().Select(field => field.Name));
        Assert.Equal(20, pose.GetProperty("yaw").GetSingle(), 0.1f);
        Assert.Equal(60, pose.GetProperty("translation")[2].GetSingle(), 0.1f);
        var matrix = Numbers(pose.GetProperty("matrix"));
        Assert.Equal(16, matrix.Length);
        Assert.Equal(60, matrix[11], 0.1f);
        Assert.Equal([0f, 0f, 0f, 1f], matrix[12..]);
        // The face points right and down in the picture, opposite to the third column.
        Assert.True(matrix[2] < -0.3f && matrix[6] < 0);
        Assert.Equal("open", face.GetProperty("leftEye").GetProperty("state").GetString());
        Assert.Equal(1, face.GetProperty("rightEye").GetProperty("openness").GetSingle(), 0.05f);
        Assert.Equal(0.2f, face.GetProperty("mouth").GetProperty("openness").GetSingle(), 0.02f);
    }

    [Fact]
    public void A_face_that_was_not_measured_has_null_readings()
    {
        using var parsed = JsonDocument.Parse(Assert.Single(Write([Faces.Tracked(1, Faces.At(50, 50))])));
        var face = parsed.RootElement.GetProperty("faces")[0];
        Assert.Equal(JsonValueKind.Null, face.GetProperty("pose").ValueKind);
        Assert.Equal("not-visible", face.GetProperty("leftEye").GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, face.GetProperty("leftEye").GetProperty("openness").ValueKind);
        Assert.Equal(JsonValueKind.Null, face.GetProperty("mouth").GetProperty("openness").ValueKind);
        Assert.Equal(JsonValueKind.Null, face.GetProperty("blendshapes").ValueKind);
    }

    [Fact]
    public void Of_the_movements_only_those_that_are_known_are_written_with_three_decimals_and_the_names_of_ARKit()
    {
        var shapes = Arkit.Of((Blendshape.MouthSmileLeft, 0.12345f), (Blendshape.EyeBlinkLeft, 0), (Blendshape.TongueOut, 1));
        var face = Faces.Tracked(1, Faces.At(50, 50));
        var line = Assert.Single(Write([face with { Blendshapes = shapes }]));
        Assert.Contains(
            "\"blendshapes\":{\"eyeBlinkLeft\":0,\"mouthSmileLeft\":0.123,\"tongueOut\":1}}", line, StringComparison.Ordinal);
        using var all = JsonDocument.Parse(Assert.Single(Write([face with { Blendshapes = Arkit.Different() }])));
        Assert.Equal(
            Enum.GetNames<Blendshape>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]),
            all.RootElement.GetProperty("faces")[0].GetProperty("blendshapes").EnumerateObject().Select(movement => movement.Name));
    }

    [Fact]
    public void Numbers_that_json_cannot_represent_become_zero()
    {
        var face = Faces.At(50, 50).With(0, new Landmark(float.NaN, float.PositiveInfinity, float.NaN));
        using var parsed = JsonDocument.Parse(Assert.Single(Write([Faces.Tracked(1, face)])));
        var first = parsed.RootElement.GetProperty("faces")[0].GetProperty("landmarks")[0];
        Assert.Equal([0f, 0f, 0f], Numbers(first));
    }

    [Fact]
    public void Every_line_is_on_the_disk_once_it_is_written()
    {
        var path = folder.File("deeper/out.jsonl");
        using var writer = JsonLinesWriter.Open(path);
        for (var i = 1; i <= 3; i++)
        {
            writer.Write(new TrackedFrame(frame, [Faces.Tracked(i, Faces.At(50, 50))]));
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            var text = reader.ReadToEnd();
            Assert.EndsWith("}\n", text, StringComparison.Ordinal);
            Assert.Equal(i, text.Count(character => character == '\n'));
        }
    }

    [Fact]
    public void Writes_after_the_end_are_ignored()
    {
        var path = folder.File("out.jsonl");
        var writer = JsonLinesWriter.Open(path);
        writer.Write(new TrackedFrame(frame, []));
        writer.Dispose();
        writer.Write(new TrackedFrame(frame, []));
        writer.Dispose();
        Assert.Single(File.ReadAllLines(path));
    }

    [Fact]
    public void A_path_that_cannot_be_written_is_named_in_the_error()
    {
        File.WriteAllText(folder.File("file"), "");
        var path = Path.Combine(folder.File("file"), "out.jsonl");
        var error = Assert.Throws<OutputException>(() => JsonLinesWriter.Open(path));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void A_full_disk_is_reported_each_time_and_the_writer_can_still_be_closed()
    {
        using var writer = JsonLinesWriter.Open("/dev/full");
        for (var i = 0; i < 2; i++)
        {
            var error = Assert.Throws<OutputException>(() => writer.Write(new TrackedFrame(frame, [])));
            Assert.StartsWith("/dev/full: cannot be written", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = 20_000)]
    public async Task Lines_from_several_threads_stay_intact()
    {
        var path = folder.File("out.jsonl");
        using (var writer = JsonLinesWriter.Open(path))
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(id => Task.Run(() =>
            {
                for (var i = 0; i < 25; i++)
                    writer.Write(new TrackedFrame(frame, [Faces.Tracked(id, Faces.At(50, 50))]));
            })));
        }
        var lines = await File.ReadAllLinesAsync(path);
        Assert.Equal(100, lines.Length);
        Assert.All(lines, line => JsonDocument.Parse(line).Dispose());
    }

    private string[] Write(TrackedFace[] faces)
    {
        var path = folder.File("out.jsonl");
        using (var writer = JsonLinesWriter.Open(path))
            writer.Write(new TrackedFrame(frame, faces));
        return File.ReadAllLines(path);
    }

    private static void AssertPoints(ImmutableArray<Landmark> expected, JsonElement found)
    {
        var points = found.EnumerateArray().Select(Numbers).ToArray();
        Assert.Equal(expected.Length, points.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(3, points[i].Length);
            Assert.Equal(expected[i].X, points[i][0], 0.006f);
            Assert.Equal(expected[i].Y, points[i][1], 0.006f);
            Assert.Equal(expected[i].Confidence, points[i][2], 0.0006f);
        }
    }

    private static float[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetSingle())];
}
