using System.Globalization;

namespace LiveLandmarks.Tests.Clips;

/// <summary>Places of the faces of a clip, frame by frame, from the transforms that generated it.</summary>
internal sealed class ClipTruth
{
    // The face of the portrait in the source picture, as the generator of the clips has it.
    private static readonly Landmark FaceCenter = new(222, 132, 1);

    private readonly Dictionary<(long Frame, int Face), (Similarity ToFrame, string State)> rows;

    private ClipTruth(Dictionary<(long, int), (Similarity, string)> rows) => this.rows = rows;

    public static ClipTruth Read(string path)
    {
        var header = File.ReadLines(path).First().Split(',');
        return new ClipTruth(File.ReadLines(path).Skip(1).Select(line => line.Split(',')).ToDictionary(
            fields => ((long)Value(fields, "frame"), (int)Value(fields, "face")),
            fields => (
                new Similarity((float)Value(fields, "a"), (float)Value(fields, "d"), (float)Value(fields, "c"), (float)Value(fields, "f")),
                fields[Array.IndexOf(header, "state")])));

        double Value(string[] fields, string name) => double.Parse(fields[Array.IndexOf(header, name)], CultureInfo.InvariantCulture);
    }

    public string State(long frame, int face) => rows[(frame, face)].State;

    public Similarity ToSource(long frame, int face) => rows[(frame, face)].ToFrame.Inverse();

    public Landmark Center(long frame, int face) => rows[(frame, face)].ToFrame.Apply(FaceCenter);
}
