using System.Collections.Immutable;

namespace LiveLandmarks.Tests.Clips;

public class CollinsClipTests(CollinsClip clip) : IClassFixture<CollinsClip>
{
    private const int Landmarks = 68;

    [Fact]
    public void Every_frame_has_one_face_with_one_id()
    {
        Assert.Equal(240, clip.Frames.Count);
        var first = Assert.Single(clip.Frames[0]).Id;
        Assert.All(clip.Frames, faces => Assert.Equal(first, Assert.Single(faces).Id));
    }

    [Fact]
    public void With_the_motion_undone_each_raw_landmark_stays_within_1_5_percent() =>
        Assert.All(Deviations(face => face.Raw.Points), deviation => Assert.InRange(deviation, 0, 0.015));

    [Fact]
    public void Smoothed_landmarks_stay_closer_than_raw_ones()
    {
        var raw = Deviations(face => face.Raw.Points);
        var smoothed = Deviations(face => face.Landmarks.Points);
        Assert.True(smoothed.Average() < raw.Average(), $"mean {smoothed.Average():0.00000} smoothed, {raw.Average():0.00000} raw");
        Assert.True(smoothed.Max() < raw.Max(), $"worst {smoothed.Max():0.00000} smoothed, {raw.Max():0.00000} raw");
    }

    /// <summary>Standard deviation of each landmark in the source picture over the clip, as a share of the inter-ocular distance.</summary>
    private double[] Deviations(Func<TrackedFace, ImmutableArray<Landmark>> points)
    {
        var back = clip.Frames.Select((faces, frame) => points(faces[0]).Select(clip.Truth.ToSource(frame, 1).Apply).ToArray()).ToArray();
        var mean = Enumerable.Range(0, Landmarks)
            .Select(i => new Landmark(back.Average(frame => frame[i].X), back.Average(frame => frame[i].Y), 1)).ToArray();
        var interOcular = mean[36].DistanceTo(mean[45]);
        return [.. Enumerable.Range(0, Landmarks).Select(
            i => Math.Sqrt(back.Average(frame => Math.Pow(frame[i].DistanceTo(mean[i]), 2))) / interOcular)];
    }
}
