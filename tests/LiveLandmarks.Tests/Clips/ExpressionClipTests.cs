namespace LiveLandmarks.Tests.Clips;

/// <summary>What the clips show was found out by looking at every frame's eyes, enlarged.</summary>
public class ExpressionClipTests(CollinsClip clip) : IClassFixture<CollinsClip>
{
    /// <summary>One picture, moved: the eyes are open in every frame.</summary>
    [Fact]
    public void The_eyes_of_a_still_portrait_are_open_throughout_and_never_blink()
    {
        foreach (var eye in clip.Frames.SelectMany(faces => new[] { faces[0].LeftEye, faces[0].RightEye }))
        {
            Assert.Equal(EyeState.Open, eye.State);
            Assert.InRange(eye.Openness!.Value, 0.8f, 1);
            Assert.Equal(0, eye.Blinks);
        }
    }

    [Fact]
    public void The_pose_is_sure_steady_and_the_roll_is_that_of_the_clip()
    {
        Assert.InRange(clip.Frames.Min(faces => faces[0].Pose!.Value.Confidence), 0.7f, 1);
        AssertSteady(clip.Frames, largestStep: 2);
        var first = clip.Frames[0][0].Pose!.Value.Roll + float.RadiansToDegrees(clip.Truth.ToSource(0, 1).Angle);
        for (var frame = 0; frame < clip.Frames.Count; frame++)
        {
            // The roll includes some of the perspective of a face off the middle.
            var own = clip.Frames[frame][0].Pose!.Value.Roll + float.RadiansToDegrees(clip.Truth.ToSource(frame, 1).Angle);
            Assert.Equal(first, own, 3f);
        }
    }

    [Fact]
    public void On_the_still_part_the_pose_trembles_by_less_than_a_tenth_of_a_degree()
    {
        var poses = clip.Frames.Skip(10).Take(20).Select(faces => faces[0].Pose!.Value).ToArray();
        foreach (var angle in new Func<HeadPose, float>[] { pose => pose.Yaw, pose => pose.Pitch, pose => pose.Roll })
            Assert.InRange(poses.Max(angle) - poses.Min(angle), 0, 0.1f);
    }

    /// <summary>The lids are low in frames 0 to 2 and open from 4 on; a real blink is not in the clip.</summary>
    [SharedFact]
    public void A_speaker_who_does_not_blink_is_not_seen_to_blink()
    {
        var frames = ClipRun.Track(Path.Combine(Repository.SharedFaces, "video", "stage_speaker.mp4"));
        Assert.Equal((0, 0), (frames[^1][0].LeftEye.Blinks, frames[^1][0].RightEye.Blinks));
        var closed = Enumerable.Range(8, frames.Count - 8)
            .Where(i => frames[i][0] is not { LeftEye.State: EyeState.Open, RightEye.State: EyeState.Open });
        Assert.Empty(closed);
        AssertSteady(frames, largestStep: 6);

        // As seen: first towards the right of the picture, his left; at the end towards the left of it, his right.
        Assert.True(frames[5][0].Pose!.Value.Yaw > 10);
        Assert.True(frames[122][0].Pose!.Value.Yaw < -10);
        // Half-way through he leans to the left of the picture, his right shoulder; before that to the other.
        Assert.True(frames[30][0].Pose!.Value.Roll > 10);
        Assert.True(frames[86][0].Pose!.Value.Roll < -5);
    }

    private static void AssertSteady(List<IReadOnlyList<TrackedFace>> frames, float largestStep)
    {
        for (var i = 1; i < frames.Count; i++)
        {
            var (last, next) = (frames[i - 1][0].Pose!.Value, frames[i][0].Pose!.Value);
            Assert.InRange(next.Yaw - last.Yaw, -largestStep, largestStep);
            Assert.InRange(next.Pitch - last.Pitch, -largestStep, largestStep);
            Assert.InRange(next.Roll - last.Roll, -largestStep, largestStep);
        }
    }
}
