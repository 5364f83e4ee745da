namespace LiveLandmarks.Tests.Clips;

public class TwoFacesClipTests
{
    private const int Large = 1;
    private const int Small = 2;
    private static readonly int[] BothPeople = [Large, Small];

    [Fact]
    public void Faces_keep_their_ids_through_a_crossing_and_nothing_else_is_reported()
    {
        var frames = ClipRun.Track(Repository.Media("two-faces.mp4"));
        var truth = ClipTruth.Read(Repository.Media("two-faces.csv"));
        var crossing = Enumerable.Range(0, frames.Count).Last(frame => truth.State(frame, Small) == "occluded");
        Dictionary<int, int> ids = [];

        for (var frame = 0; frame < frames.Count; frame++)
        {
            foreach (var face in frames[frame])
            {
                var person = BothPeople.MinBy(who => Distance(face, truth, frame, who));
                Assert.True(Distance(face, truth, frame, person) < face.Box.Width, $"frame {frame}: face {face.Id} matches no person");
                // Until both people have left the picture.
                if (frame < crossing + 45)
                    Assert.Equal(ids.TryAdd(person, face.Id) ? face.Id : ids[person], face.Id);
            }
            foreach (var person in BothPeople.Where(who => truth.State(frame, who) == "full" && !IsRecent(truth, frame, who)))
                Assert.Contains(frames[frame], face => Distance(face, truth, frame, person) < face.Box.Width / 2);
            if (BothPeople.All(who => truth.State(frame, who) == "none") && BothPeople.All(who => truth.State(frame - 3, who) == "none"))
                Assert.Empty(frames[frame]);
        }
        Assert.Equal(2, ids.Values.Distinct().Count());
    }

    private static float Distance(TrackedFace face, ClipTruth truth, int frame, int person)
    {
        var center = truth.Center(frame, person);
        return MathF.Sqrt(MathF.Pow(face.Box.CenterX - center.X, 2) + MathF.Pow(face.Box.CenterY - center.Y, 2));
    }

    /// <summary>Whether a face came into full view within the last ten frames; the search runs ten times a second.</summary>
    private static bool IsRecent(ClipTruth truth, int frame, int person) =>
        frame > 0 && Enumerable.Range(Math.Max(0, frame - 10), Math.Min(10, frame)).Any(earlier => truth.State(earlier, person) != "full");
}
