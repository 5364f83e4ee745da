using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Tests.Data;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>MATLAB level 5 files with the variables of AFLW.</summary>
internal sealed class MatKind() : InputKind("mat")
{
    private const int Faces = 3;

    public override IReadOnlyList<Seed> Seeds() => [.. new[] { false, true }.Select(compressed => new Seed(".mat", Make(compressed)))];

    public override void Try(string path)
    {
        Place(path, "AFLWinfo_release.mat");
        foreach (var name in (string[])["0/a.jpg", "0/b.jpg", "2/c.jpg"])
            Folder.Write($"data/flickr/{name}", [1]);
        new AflwDataSet().Read(Folder.Path, new DataSetOptions { BadRecords = new BadRecords(fatal: false) });
    }

    private static byte[] Make(bool compressed) => new MatWriter(compressed)
        .Texts("nameList", ["0/a.jpg", "0/b.jpg", "2/c.jpg"])
        .Numbers("data", Faces, 38, [.. Enumerable.Range(0, 38 * Faces).Select(i => i + 0.5)])
        .Numbers("bbox", Faces, 4, [11, 12, 13, 111, 112, 113, 21, 22, 23, 121, 122, 123])
        .Bytes("mask_new", Faces, 19, [.. Enumerable.Repeat((byte)1, 19 * Faces)])
        .Numbers("ra", 1, Faces, [2, 1, 3])
        .ToArray();
}
