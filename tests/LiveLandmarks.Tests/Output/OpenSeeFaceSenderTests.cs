using System.Numerics;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Output;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Output;

public sealed class OpenSeeFaceSenderTests : IDisposable
{
    private readonly UdpListener listener = new();
    private readonly ITrackedFrameSink sender;

    public OpenSeeFaceSenderTests() => sender = Receiver.OpenSeeFace(port: listener.Port).Open();

    public void Dispose()
    {
        sender.Dispose();
        listener.Dispose();
    }

    [Fact]
    public void A_face_is_1785_bytes_and_has_every_field_in_its_place()
    {
        var face = new PosedAverage(15, -5, 3).Track();
        var now = (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds;
        listener.Send(sender, face);
        var datagram = listener.Receive();

        Assert.Equal(1785, datagram.Length);
        var data = new OpenSeeFaceData(datagram, 0);
        Assert.Equal(1785, data.End);
        Assert.InRange(data.Time, now - 1, now + 60);
        Assert.Equal(0, data.Id);
        Assert.Equal(new Vector2(640, 480), data.Resolution);
        Assert.Equal((0.1f, 0.8f), (data.RightEyeOpen, data.LeftEyeOpen));
        Assert.True(data.Got3DPoints);
        Assert.Equal(1.5f, data.FitError);

        var mapped = LandmarkMap.Between(LandmarkScheme.Ibug68, LandmarkScheme.OpenSeeFace66).Apply(face.Landmarks).Points;
        for (var i = 0; i < 66; i++)
        {
            Assert.Equal(new Vector2(mapped[i].X, mapped[i].Y), data.Points[i]);
            Assert.Equal(mapped[i].Confidence, data.Confidence[i]);
        }
        Assert.Equal([0f, 0f], data.Confidence[66..]);
        Assert.InRange(data.Points[66].X, data.Points[36].X, data.Points[39].X);
        Assert.InRange(data.Points[67].X, data.Points[42].X, data.Points[45].X);
        Assert.Equal([-0.2f, -0.9f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5f, 0], data.Features, (a, b) => Math.Abs(a - b) < 5e-4f);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(30, 0, 0)]
    [InlineData(-30, 0, 0)]
    [InlineData(0, 20, 0)]
    [InlineData(0, -20, 0)]
    [InlineData(0, 0, 25)]
    [InlineData(-50, 15, -20)]
    public void An_avatar_turns_as_the_person_does(float yaw, float pitch, float roll)
    {
        var straight = Data(new PosedAverage());
        var turned = Data(new PosedAverage(yaw, pitch, roll)).AvatarRotation(straight);

        // Unity: x points to the avatar's right, y up, z to its front; the person's left is −x.
        var (y, p) = (float.DegreesToRadians(yaw), float.DegreesToRadians(pitch));
        var front = Vector3.Transform(Vector3.UnitZ, turned);
        Assert.Equal(-MathF.Sin(y) * MathF.Cos(p), front.X, 1e-3f);
        Assert.Equal(MathF.Sin(p), front.Y, 1e-3f);
        Assert.Equal(MathF.Cos(y) * MathF.Cos(p), front.Z, 1e-3f);
        var up = Vector3.Transform(Vector3.UnitY, turned);
        if (yaw == 0 && pitch == 0)
            Assert.Equal(-MathF.Sin(float.DegreesToRadians(roll)), up.X, 1e-3f);
    }

    [Fact]
    public void An_avatar_moves_as_the_person_does()
    {
        var middle = Data(new PosedAverage()).AvatarPosition;
        var toTheirLeft = Data(new PosedAverage { Place = new Vector3(8, 0, 60) }).AvatarPosition;
        var higher = Data(new PosedAverage { Place = new Vector3(0, -8, 60) }).AvatarPosition;
        var nearer = Data(new PosedAverage { Place = new Vector3(0, 0, 45) }).AvatarPosition;
        Assert.True(toTheirLeft.X < middle.X && higher.Y > middle.Y && nearer.Z > middle.Z);
        Assert.Equal(8 / 14.12f, Vector3.Distance(toTheirLeft, middle), 0.01f);
    }

    /// <summary>Examples/OpenSeeVRMDriver.cs ignores the left eye below −30 and the right eye above 20; above 205 the face looks
    /// down.</summary>
    [Fact]
    public void Raw_angles_have_the_signs_that_receivers_expect()
    {
        Assert.Equal(new Vector3(180, 0, 90), Absolute(Data(new PosedAverage()).RawEuler), Near);
        Assert.Equal(-40, Data(new PosedAverage(Yaw: 40)).RawEuler.Y, 0.01f);
        Assert.Equal(40, Data(new PosedAverage(Yaw: -40)).RawEuler.Y, 0.01f);
        var down = Data(new PosedAverage(Pitch: -30)).RawEuler.X;
        Assert.Equal(210, down < 0 ? down + 360 : down, 0.01f);
        Assert.Equal(80, Data(new PosedAverage(Roll: 10)).RawEuler.Z, 0.01f);
    }

    /// <summary>tracker.py: angles = RQDecomp3x3(matrix), quaternion = matrix_to_quaternion(matrix), the quaternion of the inverse
    /// rotation.</summary>
    [Theory]
    [InlineData(25, -10, 15)]
    [InlineData(-60, 20, -30)]
    public void Angles_and_quaternion_describe_the_same_rotation(float yaw, float pitch, float roll)
    {
        var data = Data(new PosedAverage(yaw, pitch, roll));
        var matrix = Matrix4x4.CreateFromQuaternion(Quaternion.Conjugate(data.RawQuaternion));
        // Column vectors: row r, column c.
        float At(int r, int c) => matrix[c, r];

        var x = MathF.Atan2(At(2, 1), At(2, 2));
        var (sx, cx) = MathF.SinCos(x);
        var y = MathF.Atan2(-At(2, 0), At(2, 1) * sx + At(2, 2) * cx);
        var z = MathF.Atan2(At(1, 0), At(0, 0));
        Assert.Equal(float.RadiansToDegrees(x), data.RawEuler.X, 0.02f);
        Assert.Equal(float.RadiansToDegrees(y), -data.RawEuler.Y, 0.02f);
        Assert.Equal(float.RadiansToDegrees(z), data.RawEuler.Z, 0.02f);
    }

    /// <summary>Rows and columns by the projection of tracker.py. It treats faces as hollow, so only a distant face fits
    /// well.</summary>
    [Fact]
    public void Projecting_the_points_as_OpenSeeFace_does_gives_the_landmarks()
    {
        var seen = new PosedAverage(20, 10, 5) { Place = new Vector3(2, -3, 400) };
        var data = Data(seen);
        var rotation = Quaternion.Conjugate(data.RawQuaternion);
        var translation = new Vector3(data.Translation.Y, -data.Translation.X, -data.Translation.Z);
        Assert.True(translation.Z < 0);
        for (var i = 17; i < 48; i++)
        {
            // Axes of the points as received: right, up, back.
            var point = data.Points3D[i] with { Z = -data.Points3D[i].Z };
            var place = Vector3.Transform(point, rotation) + translation;
            var (row, column) = (seen.Camera.Fy * place.X / place.Z + seen.Camera.Cy, seen.Camera.Fx * place.Y / place.Z + seen.Camera.Cx);
            Assert.InRange(Vector2.Distance(data.Points[i], new Vector2(column, row)), 0, 0.5f);
        }
    }

    [Fact]
    public void Points_in_space_do_not_depend_on_the_pose_of_the_head()
    {
        var straight = Data(new PosedAverage()).Points3D;
        var turned = Data(new PosedAverage(35, 10, -15) { Place = new Vector3(5, 5, 50) }).Points3D;
        for (var i = 0; i < 70; i++)
            Assert.InRange(Vector3.Distance(straight[i], turned[i]), 0, 0.01f);

        // Axes as received, after the receiver sets y = −y: the person's right, up, back.
        Assert.InRange(straight[30].Length(), 0, 0.01f);
        Assert.True(straight[36].X > 0.3f
            && straight[45].X < -0.3f
            && straight[8].Y < -0.5f
            && straight[19].Y > 0.3f
            && straight[0].Z > 0.5f);
        Assert.Equal(0.6318f, straight[36].X - straight[45].X, 0.02f);
    }

    [Fact]
    public void Without_pupils_the_eyes_look_straight_ahead()
    {
        var points = Data(new PosedAverage(20, 5)).Points3D;
        foreach (var (pupil, center) in new[] { (66, 68), (67, 69) })
        {
            var gaze = Vector3.Normalize(points[pupil] - points[center]);
            Assert.Equal(-1, gaze.Z, 1e-3f);
        }
    }

    [Fact]
    public void Pupils_are_sent_and_turn_the_gaze()
    {
        var average = new PosedAverage();
        var face = average.See();
        var (outer, inner) = (face.Points[36], face.Points[39]);
        var pupil = new Landmark((outer.X + inner.X) / 2 + 5, (outer.Y + inner.Y) / 2, 0.7f);
        listener.Send(sender, new TrackedFace(1, 1, face, face)
            { Pose = average.Pose, RightEye = new EyeReading(EyeState.Open, 1, 0.3f, 0.9f, 0) { Pupil = pupil } });
        var data = new OpenSeeFaceData(listener.Receive(), 0);
        Assert.Equal(0.7f, data.Confidence[66]);
        Assert.Equal(new Vector2(pupil.X, pupil.Y), data.Points[66]);
        Assert.Equal(0, data.Confidence[67]);
        // Toward the right of the picture, the person's left, opposite to x.
        Assert.True((data.Points3D[66] - data.Points3D[68]).X < -0.02f);
    }

    /// <summary>The order and the meaning of OpenSeeFeatures in Unity/OpenSee.cs; the signs by which Examples/OpenSeeVRMDriver.cs turns
    /// them into ARKit's movements.</summary>
    [Theory]
    [InlineData(0, Blendshape.EyeWideLeft, 1)]
    [InlineData(1, Blendshape.EyeBlinkRight, -1)]
    [InlineData(2, Blendshape.BrowOuterUpLeft, -1)]
    [InlineData(3, Blendshape.BrowInnerUp, 0.5f)]
    [InlineData(3, Blendshape.BrowDownLeft, -1)]
    [InlineData(4, Blendshape.BrowOuterUpLeft, 1)]
    [InlineData(5, Blendshape.BrowOuterUpRight, -1)]
    [InlineData(6, Blendshape.BrowDownRight, -1)]
    [InlineData(7, Blendshape.BrowOuterUpRight, 1)]
    [InlineData(8, Blendshape.MouthSmileLeft, 1)]
    [InlineData(8, Blendshape.MouthFrownLeft, -1)]
    [InlineData(9, Blendshape.MouthLeft, 1)]
    [InlineData(10, Blendshape.MouthSmileRight, 1)]
    [InlineData(10, Blendshape.MouthFrownRight, -1)]
    [InlineData(11, Blendshape.MouthRight, 1)]
    [InlineData(12, Blendshape.JawOpen, 1)]
    [InlineData(12, Blendshape.MouthClose, -1)]
    [InlineData(13, Blendshape.MouthPucker, -1)]
    public void Features_follow_the_movements_that_are_known(int feature, Blendshape shape, float full)
    {
        var face = new PosedAverage().See();
        listener.Send(sender, new TrackedFace(1, 1, face, face) { Blendshapes = Arkit.Of((shape, 0.5f)) });
        var features = new OpenSeeFaceData(listener.Receive(), 0).Features;
        Assert.Equal(full / 2, features[feature]);
        Assert.All(features, value => Assert.InRange(value, -1, 1));
    }

    [Fact]
    public void A_face_without_a_pose_is_marked_and_keeps_its_eyes_open()
    {
        var face = new PosedAverage().See();
        listener.Send(sender, new TrackedFace(1, 1, face, face));
        var data = new OpenSeeFaceData(listener.Receive(), 0);
        Assert.False(data.Got3DPoints);
        Assert.True(data.FitError > 100);
        Assert.All(data.Points3D, point => Assert.Equal(0, point.Length()));
        Assert.Equal((1f, 1f), (data.RightEyeOpen, data.LeftEyeOpen));
        Assert.Equal(face.Points[0].X, data.Points[0].X);
    }

    [Fact]
    public void Faces_of_a_frame_share_a_datagram_up_to_the_size_that_every_system_accepts()
    {
        listener.Send(sender, [.. Enumerable.Range(1, 7).Select(id => new PosedAverage().Track(id))]);
        var (first, second) = (OpenSeeFaceData.FacesIn(listener.Receive()), OpenSeeFaceData.FacesIn(listener.Receive()));
        Assert.Equal([0, 1, 2, 3, 4], first.Select(data => data.Id));
        Assert.Equal([5, 6], second.Select(data => data.Id));
    }

    [Fact]
    public void Face_numbers_start_at_0_and_are_reused_when_free()
    {
        Assert.Equal([0, 1], Numbers(4, 9));
        Assert.Equal([1], Numbers(9));
        Assert.Equal([0, 1], Numbers(4, 9));
        Assert.Equal([1, 0], Numbers(9, 12));
        Assert.Equal([2, 1, 0], Numbers(4, 9, 12));
    }

    [Fact]
    public void Frames_without_faces_and_frames_after_the_end_send_nothing()
    {
        listener.Send(sender);
        sender.Dispose();
        listener.Send(sender, new PosedAverage().Track());
        Assert.False(listener.HasMore());
    }

    [Fact]
    public void A_face_of_an_unsupported_scheme_is_an_error()
    {
        var face = new FaceLandmarks(LandmarkScheme.Cofw29, [.. new Landmark[29]]);
        Assert.Throws<LandmarkMapException>(() => listener.Send(sender, new TrackedFace(1, 1, face, face)));
    }

    private static Vector3 Absolute(Vector3 angles) => new(MathF.Abs(angles.X), MathF.Abs(angles.Y), angles.Z);

    private static bool Near(Vector3 a, Vector3 b) => Vector3.Distance(a, b) < 0.01f;

    private int[] Numbers(params int[] ids)
    {
        listener.Send(sender, [.. ids.Select(id => new PosedAverage().Track(id))]);
        return [.. OpenSeeFaceData.FacesIn(listener.Receive()).Select(data => data.Id)];
    }

    private OpenSeeFaceData Data(PosedAverage head)
    {
        listener.Send(sender, head.Track());
        return new OpenSeeFaceData(listener.Receive(), 0);
    }
}
