using System.Globalization;
using LiveLandmarks.Tests.Clips;
using LiveLandmarks.Tests.Landmarks;

namespace LiveLandmarks.Tests.Overlays;

/// <summary>Place of every landmark of every face of a clip, frame by frame, including those outside the picture.</summary>
internal static class FaceTruth
{
    private const int Landmarks = 68;

    /// <summary>For a clip made from the portrait: the landmarks of the portrait, moved with the motion.</summary>
    public static Func<int, Landmark[][]> OfPortrait(string csv, int faces)
    {
        using var locator = Networks.Locator();
        using var portrait = Networks.Astronaut();
        var points = locator.Find(portrait)[0].Points;
        var truth = ClipTruth.Read(Repository.Media(csv));
        return frame =>
            [.. Enumerable.Range(1, faces).Select(face => points.Select(truth.ToSource(frame, face).Inverse().Apply).ToArray())];
    }

    /// <summary>For landmarks annotated by people: one row for each face of each frame.</summary>
    public static Func<int, Landmark[][]> OfPeople(string csv)
    {
        var rows = File.ReadLines(csv).Skip(1).Select(line => line.Split(','))
            .ToLookup(fields => int.Parse(fields[0], CultureInfo.InvariantCulture), Points);
        return frame => [.. rows[frame]];
    }

    private static Landmark[] Points(string[] fields) =>
        [.. Enumerable.Range(0, Landmarks).Select(i => new Landmark(Value(fields[2 + 2 * i]), Value(fields[3 + 2 * i]), 1))];

    private static float Value(string field) => float.Parse(field, CultureInfo.InvariantCulture);
}
