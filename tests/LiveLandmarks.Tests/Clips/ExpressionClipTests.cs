namespace LiveLandmarks.Tests.Clips;

/// <summary>The expected states come from a visual check of the enlarged eyes in every frame.</summary>
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
    public void The_pose_is_confident_and_steady_and_the_roll_matches_the_clip()
    {
        Assert.InRange(clip.Frames.Min(faces => faces[0].Pose!.Value.Confidence), 0.7f, 1);
        AssertSteady(clip.Frames, largestStep: 2);
        var first = clip.Frames[0][0].Pose!.Value.Roll + float.RadiansToDegrees(clip.Truth.ToSource(0, 1).Angle);
        for (var frame = 0; frame < clip.Frames.Count; frame++)
        {
            // The perspective of a face off center adds a little to the roll.
            var own = clip.Frames[frame][0].Pose!.Value.Roll + float.RadiansToDegrees(clip.Truth.ToSource(frame, 1).Angle);
            Assert.Equal(first, own, 3f);
        }
    }

    [Fact]
    public void In_the_still_part_the_pose_jitters_by_less_than_a_tenth_of_a_degree()
    {
        var poses = clip.Frames.Skip(10).Take(20).Select(faces => faces[0].Pose!.Value).ToArray();
        foreach (var angle in new Func<HeadPose, float>[] { pose => pose.Yaw, pose => pose.Pitch, pose => pose.Roll })
            Assert.InRange(poses.Max(angle) - poses.Min(angle), 0, 0.1f);
    }

    /// <summary>The lids are low in frames 0 to 2 and open from frame 4 on; the clip has no real blink.</summary>
    [SharedFact]
    public void No_blink_is_counted_for_a_speaker_who_does_not_blink()
    {
        var frames = ClipRun.Track(Path.Combine(Repository.SharedFaces, "video", "stage_speaker.mp4"));
        Assert.Equal((0, 0), (frames[^1][0].LeftEye.Blinks, frames[^1][0].RightEye.Blinks));
        var closed = Enumerable.Range(8, frames.Count - 8)
            .Where(i => frames[i][0] is not { LeftEye.State: EyeState.Open, RightEye.State: EyeState.Open });
        Assert.Empty(closed);
        // He turns by up to 6 degrees from one frame to the next.
        AssertSteady(frames, largestStep: 7);

        // Visual check: he first turns to his left (the right of the picture), at the end to his right.
        Assert.True(frames[5][0].Pose!.Value.Yaw > 10);
        Assert.True(frames[122][0].Pose!.Value.Yaw < -10);
        // He first leans to his left shoulder, halfway through to his right (the left of the picture).
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
