namespace LiveLandmarks.Tests.Clips;

/// <summary>Cuts, and changes that only look like a cut.</summary>
public class CutClipTests
{
    private const int Rate = 30;

    // The portrait mirrored, larger and narrower: a face of another shape.
    private const string Other = "scale=620:880,hflip,crop=620:480:0:40,pad=640:480:10:0";

    // A part of the picture without a face.
    private const string Empty = "crop=60:60:60:400,scale=640:480,boxblur=5";

    // A portrait of any shape.
    private const string Whole = "scale=-2:480,pad=640:480:(ow-iw)/2:0:color=0x4a63c8";

    private static string Shots(params (string Filters, double Seconds)[] shots) =>
        string.Concat(shots.Select(
            (shot, i) => $"[{i}:v]{shot.Filters},trim=0:{MadeClip.Text(shot.Seconds)},setpts=PTS-STARTPTS,setsar=1[s{i}];"))
        + string.Concat(shots.Select((_, i) => $"[s{i}]")) + $"concat=n={shots.Length}:v=1";

    private static Task<MadeClip> Clip(params (string Filters, double Seconds)[] shots) =>
        MadeClip.Of(shots.Sum(shot => shot.Seconds), Rate, [.. shots.Select(_ => MadeClip.Portrait)], Shots(shots));

    private static Task<MadeClip> Effect(string filters, double seconds = 1.5) =>
        MadeClip.Of(seconds, Rate, [MadeClip.Portrait], $"[0:v]{MadeClip.ToSize},{filters}");

    [ProgramFact("ffmpeg")]
    public async Task Each_shot_has_a_new_id_and_correct_landmarks_from_its_first_frame()
    {
        using var clip = await Clip((MadeClip.ToSize, 0.7), (Other, 0.7), (MadeClip.ToSize, 0.6));
        Assert.Equal(60, clip.Count);
        for (var frame = 0; frame < clip.Count; frame++)
            Assert.Equal(frame < 21 ? 1 : frame < 42 ? 2 : 3, clip.Face(frame).Id);
        // As right as later in the shot, when the smoothing has settled. The narrowed face is 2.7 pixels from its still then: it is an
        // unusual one, and its landmarks depend on the crop.
        foreach (var (frame, settled) in new[] { (21, 36), (22, 36), (42, 56), (43, 56) })
        {
            var usual = clip.DistanceToStill(settled);
            Assert.InRange(usual, 0, 3);
            clip.ShouldBeRight(frame, usual + 0.5f);
        }
        Assert.Equal((1, 1), (clip.Face(21).Age, clip.Face(42).Age));
    }

    [ProgramFact("ffmpeg")]
    public async Task After_a_shot_without_faces_the_face_gets_a_new_id()
    {
        using var clip = await Clip((MadeClip.ToSize, 0.6), (Empty, 0.6), (MadeClip.ToSize, 0.4));
        for (var frame = 0; frame < clip.Count; frame++)
            Assert.Equal(frame < 18 ? [1] : frame < 36 ? [] : [2], clip[frame].Select(face => face.Id));
    }

    [ProgramFact("ffmpeg")]
    public async Task A_face_that_jumps_by_a_few_pixels_within_its_shot_has_correct_landmarks_at_once()
    {
        using var clip = await Clip(
            (MadeClip.ToSize, 0.5), ("scale=640:640,crop=620:470:0:0,pad=640:480:20:10", 0.5),
            ("scale=640:640,crop=560:440:0:0,pad=640:480:80:40", 0.4));
        foreach (var frame in new[] { 15, 16, 30, 31 })
            clip.ShouldBeRight(frame, 2);
    }

    [Trait("Duration", "Long")]
    [ProgramTheory("ffmpeg")]
    [InlineData("drawbox=c=white:t=fill:enable='eq(n,20)'")]
    [InlineData("drawbox=c=white:t=fill:enable='between(n,20,22)'")]
    [InlineData("drawbox=c=black:t=fill:enable='between(n,20,22)'")]
    [InlineData("drawbox=c=white@0.6:t=fill:enable='between(n,20,21)'")]
    [InlineData("eq=brightness=0.35:enable='between(n,20,21)'")]
    [InlineData("eq=brightness='if(gte(n,20),-0.3,0)':eval=frame")]
    [InlineData("eq=gamma='if(gte(n,20),0.35,1)':eval=frame")]
    [InlineData("eq=contrast='if(gte(n,20),0.4,1)':eval=frame")]
    public async Task A_change_of_light_is_not_a_cut(string filter)
    {
        using var clip = await Effect(filter);
        Assert.Equal(1, clip.Ids);
        Assert.Equal(1, clip.Face(clip.Count - 1).Id);
        Assert.InRange(Enumerable.Range(0, clip.Count).Count(frame => clip[frame].Count == 0), 0, 3);
        clip.ShouldBeRight(clip.Count - 1, 2);
    }

    [ProgramFact("ffmpeg")]
    public async Task A_face_that_moves_fast_before_a_still_background_is_not_a_cut()
    {
        using var clip = await MadeClip.Of(
            1.5, Rate, [MadeClip.Portrait, MadeClip.Portrait],
            "[0:v]crop=200:150:280:30,hflip,scale=640:480[b];[1:v]scale=640:640,crop=200:240:190:30[h];"
                + "[b][h]overlay=x='220+150*sin(2*PI*t/0.9)':y=120");
        Assert.Equal(1, clip.Ids);
        Assert.All(Enumerable.Range(0, clip.Count), frame => clip.Face(frame));
    }

    [ProgramFact("ffmpeg")]
    public async Task A_fast_pan_is_not_a_cut()
    {
        // Pans by up to 52 pixels a frame.
        using var clip = await MadeClip.Of(
            1.5, Rate, [MadeClip.Portrait], "[0:v]scale=1100:1100,crop=640:480:'230+150*sin(2*PI*t/0.6)':60");
        Assert.Equal(1, clip.Ids);
        clip.ShouldBeRight(clip.Count - 1, 4);
    }

    [Trait("Duration", "Long")]
    [SharedTheory]
    [InlineData("fade", 0.4)]
    [InlineData("fade", 0.8)]
    [InlineData("fadeblack", 1)]
    public async Task After_a_gradual_transition_the_face_gets_a_new_id(string transition, double seconds)
    {
        using var clip = await MadeClip.Of(
            3, Rate, [MadeClip.Portrait, Portraits(4)[3]],
            $"[0:v]{MadeClip.ToSize},setsar=1[a];[1:v]{Whole},setsar=1[b];"
                + $"[a][b]xfade=transition={transition}:duration={MadeClip.Text(seconds)}:offset=1");
        Assert.All(Enumerable.Range(0, 30), frame => Assert.Equal(1, clip.Face(frame).Id));
        // At most half a second after the transition.
        for (var frame = 30 + (int)(Rate * (seconds + 0.5)); frame < clip.Count; frame++)
            Assert.DoesNotContain(clip[frame], face => face.Id == 1);
        Assert.NotEmpty(clip[clip.Count - 1]);
    }

    [ProgramFact("ffmpeg")]
    public async Task After_a_fade_to_black_and_back_the_landmarks_are_correct()
    {
        using var clip = await Effect(
            "fade=out:st=0.5:d=0.3,tpad=stop_duration=0.3:stop_mode=add,trim=0:1.1,setpts=PTS-STARTPTS[x];[0:v]" + MadeClip.ToSize
            + ",fade=in:st=0:d=0.3[y];[x][y]concat=n=2:v=1", 2.2);
        Assert.InRange(clip.Ids, 1, 2);
        Assert.Contains(Enumerable.Range(0, clip.Count), frame => clip[frame].Count == 0);
        clip.ShouldBeRight(clip.Count - 1, 2);
    }

    [Trait("Duration", "Long")]
    [SharedTheory]
    [InlineData(30)]
    [InlineData(5)]
    public async Task Eight_people_shown_in_one_place_get_a_new_id_each(double rate)
    {
        var people = Portraits(8);
        const double seconds = 0.6;
        using var clip = await MadeClip.Of(8 * seconds, rate, people, Shots([.. people.Select(_ => (Whole, seconds))]));
        // At each cut the face of the previous shot is replaced by another one with a new id.
        var shot = (int)(seconds * rate);
        for (var i = 1; i < 8; i++)
        {
            Assert.NotEqual(clip[shot * i - 1][0].Id, clip[shot * i][0].Id);
            Assert.DoesNotContain(clip[shot * i], face => clip[shot * i - 1].Any(before => before.Id == face.Id));
        }
    }

    [SharedFact]
    public async Task Two_people_who_change_places_at_a_cut_get_new_ids()
    {
        var people = Portraits(2);
        const string pair = "[{0}:v]scale=-2:480,crop=320:480,setsar=1[{2}l];[{1}:v]scale=-2:480,crop=320:480,setsar=1[{2}r];"
            + "[{2}l][{2}r]hstack,trim=0:0.7,setpts=PTS-STARTPTS[{2}];";
        string Pair(int left, int right, string name) => string.Format(null, System.Text.CompositeFormat.Parse(pair), left, right, name);
        using var clip = await MadeClip.Of(1.4, Rate, [.. people, .. people], Pair(0, 1, "a") + Pair(3, 2, "b") + "[a][b]concat=n=2:v=1");
        Assert.Equal([1, 2], clip[20].Select(face => face.Id));
        Assert.Equal([3, 4], clip[21].Select(face => face.Id));
    }

    private static string[] Portraits(int count)
    {
        string[] all = [.. Directory.EnumerateFiles(Path.Combine(Repository.SharedFaces, "open", "portraits"), "*.jpg").Order(
            StringComparer.Ordinal)];
        return [.. Enumerable.Range(1, count).Select(i => all[60 * i - 1])];
    }
}
