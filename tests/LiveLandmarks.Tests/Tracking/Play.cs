using LiveLandmarks.Tests.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Tracking;

/// <summary>People before a background, frame by frame at 30 a second, and a tracker that looks on. Fails where it sees a face that is
/// none, or one face twice.</summary>
/// <param name="background">BGR, 8 bits; stays the caller's.</param>
internal sealed class Play(Mat background) : IDisposable
{
    private readonly FaceTracker tracker = new(Networks.Locator());
    private readonly Mat frame = new();
    private readonly Dictionary<int, int> people = [];
    private int number;

    /// <summary>Ids that were given so far.</summary>
    public int Ids => people.Count;

    /// <summary>Films the next frame.</summary>
    /// <param name="cast">Each person with the place of the face's middle; those named later stand before the others.</param>
    /// <param name="prop">Puts what covers them into the frame; null for nothing.</param>
    /// <returns>The id by which each of the cast is seen; null for those who are not.</returns>
    public int?[] Next(IReadOnlyList<(CutOut Head, int X, int Y)> cast, Action<Mat>? prop = null)
    {
        background.CopyTo(frame);
        foreach (var (head, x, y) in cast)
            head.PutInto(frame, x, y);
        prop?.Invoke(frame);

        var seen = new int?[cast.Count];
        foreach (var face in tracker.Process(frame, Scene.Time(number++)))
        {
            var person = Enumerable.Range(0, cast.Count).MinBy(i => Distance(face, cast[i]));
            var distance = Distance(face, cast[person]);
            Assert.True(distance < CutOut.FaceSize / 2, $"frame {number - 1}: face {face.Id} is nobody, {distance:0} pixels from the " +
                "nearest");
            // Whoever stands behind another is not to be told apart from him there.
            var alone = Enumerable.Range(0, cast.Count)
                .All(i => i == person || Math.Abs(cast[i].X - cast[person].X) + Math.Abs(cast[i].Y - cast[person].Y) > CutOut.FaceSize);
            if (alone)
                Assert.True(people.TryAdd(face.Id, person)
                    || people[face.Id] == person, $"frame {number - 1}: face {face.Id} was person {people[face.Id]} and is {person}");
            Assert.True(seen[person] is null
                || !alone, $"frame {number - 1}: person {person} is seen twice, as {seen[person]} and {face.Id}");
            seen[person] = face.Id;
        }
        return seen;
    }

    public void Dispose()
    {
        tracker.Dispose();
        frame.Dispose();
    }

    private static double Distance(TrackedFace face, (CutOut Head, int X, int Y) person) =>
        Math.Sqrt(Math.Pow(face.Box.CenterX - person.X, 2) + Math.Pow(face.Box.CenterY - person.Y, 2));
}
