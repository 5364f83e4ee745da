namespace LiveLandmarks.Tests.Clips;

/// <summary>A face that sways by more than half its width: at low frame rates, with gaps, and frozen.</summary>
public class SlowClipTests
{
    private const double Sway = 60;

    // Without smoothing, single jaw landmarks of the network are up to 2.2 pixels from their mean.
    private const double Limit = 2.5;

    [ProgramTheory("ffmpeg")]
    [InlineData(1, 9, 3.3)]
    [InlineData(2, 8, 3.3)]
    [InlineData(5, 6, 2)]
    [InlineData(10, 4, 2)]
    [InlineData(15, 3, 2)]
    [InlineData(30, 2, 2)]
    public async Task A_swaying_face_keeps_its_id_and_has_correct_landmarks(double rate, double seconds, double period)
    {
        using var clip = await Swaying(seconds, rate, period, "");
        Assert.Equal(rate * seconds, clip.Count, 1.0);
        ShouldBeRight(clip, period);
    }

    [ProgramFact("ffmpeg")]
    public async Task Dropped_frames_make_no_difference()
    {
        using var clip = await Swaying(4, 30, 2, ",select='not(between(n,20,31)+between(n,60,75)+between(n,90,115))'");
        Assert.Equal(120 - 12 - 16 - 26, clip.Count);
        ShouldBeRight(clip, 2);
    }

    [ProgramFact("ffmpeg")]
    [Trait("Duration", "Long")]
    public async Task A_picture_frozen_for_three_seconds_makes_no_difference()
    {
        using var clip = await Swaying(5.5, 15, 2, ",setpts='if(gt(N,20),N+45,N)/15/TB',fps=15");
        Assert.InRange(clip.Count, 80, 83);
        Assert.Equal(1, clip.Ids);
        // Compares the last frame before the freeze with the motion that resumes 3 seconds later.
        var still = clip.Face(40).Landmarks.Points;
        Assert.InRange(MadeClip.Largest(clip.Face(60).Landmarks.Points, still), 0, 1);
        for (var frame = 67; frame < clip.Count; frame++)
            clip.ShouldBeRight(frame, 3);
    }

    private static Task<MadeClip> Swaying(double seconds, double rate, double period, string filters) => MadeClip.Of(
        seconds, rate, [MadeClip.Portrait],
        $"[0:v]scale=520:520,crop=392:390:'64+{MadeClip.Text(Sway)}*sin(2*PI*t/{MadeClip.Text(period)})':0{filters}");

    private static void ShouldBeRight(MadeClip clip, double period)
    {
        // With the motion undone, each landmark is near its mean. The crop starts at whole pixels.
        float[] shifts = [.. Enumerable.Range(
            0, clip.Count).Select(frame =>
            64 - (float)Math.Truncate(64 + Sway * Math.Sin(2 * Math.PI * clip.Time(frame).TotalSeconds / period)))];
        Landmark[] Back(int frame) =>
            [.. clip.Face(frame).Landmarks.Points.Select(point => point with { X = point.X - shifts[frame] })];
        Landmark[][] frames = [.. Enumerable.Range(0, clip.Count).Select(Back)];
        Landmark[] mean = [.. Enumerable.Range(0, frames[0].Length).Select(
            i => new Landmark(frames.Average(frame => frame[i].X), frames.Average(frame => frame[i].Y), 1))];
        for (var frame = 0; frame < clip.Count; frame++)
        {
            Assert.Equal(1, clip.Face(frame).Id);
            var worst = MadeClip.Largest(frames[frame], mean);
            Assert.True(worst <= Limit, $"frame {frame}: {worst:0.0} pixels off, score {clip.Face(frame).Score:0.00}");
        }
    }
}
