using LiveLandmarks.Tests.Landmarks;
using LiveLandmarks.Tracking;

namespace LiveLandmarks.Tests.Tracking;

public class FaceTrackTests
{
    private static readonly CropRule Rule = new(1.35f, 1.2f, 0.64f);
    private static readonly TrackingOptions Unsmoothed = new() { Smoothing = null };

    [Fact]
    public void A_new_face_is_expected_where_it_was()
    {
        var face = Faces.At(100, 80);
        var track = new FaceTrack(3, face, Time(0), Unsmoothed, 0.65f);
        Assert.Equal(3, track.Id);
        Assert.Equal(1, track.Seen.Age);
        Assert.Equal(face.Bounds, track.Predict(Time(30)));
    }

    [Fact]
    public void A_steady_motion_is_expected_to_continue()
    {
        var predicted = Moving(frames: 30).Predict(Time(31));
        Assert.Equal(Faces.At(100 + 4 * 31, 80 - 2 * 31).Bounds.CenterX, predicted.CenterX, 0.1f);
        Assert.Equal(Faces.At(100 + 4 * 31, 80 - 2 * 31).Bounds.CenterY, predicted.CenterY, 0.1f);
    }

    [Fact]
    public void A_motion_is_expected_to_continue_for_half_a_second_at_most()
    {
        var track = Moving(frames: 30);
        var half = track.Predict(Time(30 + 15));
        Assert.Equal(Faces.At(100 + 4 * 45, 0).Bounds.CenterX, half.CenterX, 0.1f);
        Assert.Equal(half, track.Predict(Time(30 + 300)));
    }

    [Fact]
    public void The_past_is_not_extrapolated()
    {
        var track = Moving(frames: 30);
        Assert.Equal(track.Face.Bounds, track.Predict(Time(0)));
    }

    [Fact]
    public void The_crop_rolls_with_the_face_and_moves_as_predicted()
    {
        var track = Moving(frames: 30);
        var now = FaceCrop.Upright(track.Face, Rule);
        var crop = track.PredictCrop(Time(33), Rule);
        Assert.Equal((now.Side, now.Angle), (crop.Side, crop.Angle));
        Assert.Equal(now.CenterX + 12, crop.CenterX, 0.1f);
        Assert.Equal(now.CenterY - 6, crop.CenterY, 0.1f);
    }

    [Fact]
    public void Surprise_is_distance_in_face_sizes_plus_change_of_size()
    {
        var face = Faces.At(100, 80);
        var track = new FaceTrack(1, face, Time(0), Unsmoothed, 0.65f);
        var size = MathF.Max(face.Bounds.Width, face.Bounds.Height);
        Assert.Equal(0, track.Surprise(face, Time(1)), 4);
        Assert.Equal(50 / size, track.Surprise(Faces.At(130, 120), Time(1)), 4);
        Assert.Equal(MathF.Log(2), track.Surprise(Centered(face.Bounds, 200), Time(1)), 3);
        Assert.Equal(MathF.Log(2), track.Surprise(Centered(face.Bounds, 50), Time(1)), 3);
    }

    [Fact]
    public void After_a_restart_the_age_continues_and_the_motion_is_forgotten()
    {
        var track = Moving(frames: 30);
        var elsewhere = Faces.At(400, 300);
        track.Restart(elsewhere, Time(60));
        Assert.Equal(32, track.Seen.Age);
        Assert.Equal(Time(60), track.LastSeen);
        Assert.Equal(elsewhere.Bounds, track.Predict(Time(75)));
    }

    [Fact]
    public void A_repeated_timestamp_leaves_the_speed_as_it_was()
    {
        var track = Moving(frames: 30);
        var before = track.Predict(Time(36)).CenterX - track.Face.Bounds.CenterX;
        track.Update(Faces.At(500, 300), Time(30));
        Assert.Equal(before, track.Predict(Time(36)).CenterX - track.Face.Bounds.CenterX, 0.01f);
    }

    [Fact]
    public void Raw_landmarks_are_reported_beside_smoothed_ones()
    {
        var track = new FaceTrack(1, Faces.At(100, 80), Time(0), new TrackingOptions(), 0.65f);
        var next = Faces.At(103, 80);
        track.Update(next, Time(1));
        Assert.Same(next, track.Seen.Raw);
        Assert.InRange(track.Seen.Landmarks.Points[0].X, Faces.At(100, 80).Points[0].X + 0.1f, next.Points[0].X - 0.05f);

        var plain = new FaceTrack(1, next, Time(0), Unsmoothed, 0.65f);
        Assert.Same(next, plain.Seen.Landmarks);
    }

    /// <summary>Moves four pixels right and two up per frame.</summary>
    private static FaceTrack Moving(int frames)
    {
        var track = new FaceTrack(1, Faces.At(100, 80), Time(0), new TrackingOptions(), 0.65f);
        for (var i = 1; i <= frames; i++)
            track.Update(Faces.At(100 + 4 * i, 80 - 2 * i), Time(i));
        return track;
    }

    private static LiveLandmarks.FaceLandmarks Centered(FaceBox box, float size)
    {
        var face = Faces.At(0, 0, size);
        var (dx, dy) = (box.CenterX - face.Bounds.CenterX, box.CenterY - face.Bounds.CenterY);
        return face.Moved(point => point with { X = point.X + dx, Y = point.Y + dy });
    }

    private static TimeSpan Time(int frame) => TimeSpan.FromSeconds(frame / 30.0);
}
