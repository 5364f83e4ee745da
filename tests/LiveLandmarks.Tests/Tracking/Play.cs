using LiveLandmarks.Tests.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Tracking;

/// <summary>People before a background at 30 frames a second, and a tracker that processes the frames. Fails if the tracker reports a
/// face where there is none, or one face twice.</summary>
/// <param name="background">BGR, 8 bits; the caller disposes it.</param>
internal sealed class Play(Mat background) : IDisposable
{
    private readonly FaceTracker tracker = new(Networks.Locator());
    private readonly Mat frame = new();
    private readonly Dictionary<int, int> people = [];
    private int number;

    /// <summary>Number of ids assigned so far.</summary>
    public int Ids => people.Count;

    /// <summary>Composes the next frame and tracks it.</summary>
    /// <param name="cast">Each person with the place of the center of the face; later ones stand before earlier ones.</param>
    /// <param name="prop">Draws an object that covers the people into the frame; null for none.</param>
    /// <returns>The id of each person; null for those who are not found.</returns>
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
            Assert.True(distance < CutOut.FaceSize / 2, $"frame {number - 1}: face {face.Id} matches no person, {distance:0} pixels from " +
                "the nearest");
            // A person close to another cannot be told apart by place.
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
