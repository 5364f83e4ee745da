using System.Globalization;
using LiveLandmarks;
using LiveLandmarks.Output;

namespace MakeClips;

/// <summary>Writes the ground truth for every face of every frame, as CSV.</summary>
internal sealed class TruthFile : IDisposable
{
    private readonly StreamWriter writer;

    /// <summary>Creates the file.</summary>
    /// <param name="path">The file; an old one is replaced.</param>
    /// <exception cref="OutputException">It cannot be created.</exception>
    public TruthFile(string path)
    {
        writer = new StreamWriter(OutputFile.Create(path)) { NewLine = "\n" };
        writer.WriteLine("frame,face,state,a,b,c,d,e,f,blur");
    }

    /// <summary>Adds a row.</summary>
    /// <param name="frame">Number of the frame, from 0.</param>
    /// <param name="face">Number of the face.</param>
    /// <param name="state">How much of it shows.</param>
    /// <param name="p">Where the portrait lies.</param>
    /// <param name="blur">Standard deviation of the blur in pixels.</param>
    public void Write(int frame, int face, FaceState state, Placement p, double blur) =>
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{frame},{face},{NameOf(state)},{p.A:F6},{p.B:F6},{p.C:F4},{p.D:F6},{p.E:F6},{p.F:F4},{blur:F3}"));

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    private static string NameOf(FaceState state) => state switch
    {
        FaceState.Full => "full",
        FaceState.Partial => "partial",
        FaceState.Occluded => "occluded",
        _ => "none",
    };
}
