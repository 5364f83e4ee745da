using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Tests.Data;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>MATLAB 7.3 files with the variables of COFW.</summary>
internal sealed class Hdf5Kind() : InputKind("hdf5")
{
    private const int Faces = 3, Width = 5, Height = 4;

    public override IReadOnlyList<Seed> Seeds()
    {
        var writer = new Hdf5Writer();
        byte[] plane = [.. Enumerable.Range(0, Width * Height).Select(i => (byte)(10 * i))];
        long[] pictures =
        [
            writer.Bytes(null, [Width, Height], plane),
            writer.Bytes(null, [3, Width, Height], [.. plane, .. plane, .. plane], Hdf5Writer.Storage.Chunked),
            writer.Bytes(null, [3, Width, Height], [.. plane, .. plane, .. plane]),
        ];
        writer.References("IsTr", [1, Faces], pictures);
        writer.Doubles("phisTr", [87, Faces], [.. Enumerable.Range(0, 87 * Faces).Select(i => i < 58 * Faces ? i + 0.5 : 0)],
            Hdf5Writer.Storage.Chunked);
        writer.Doubles("bboxesTr", [4, Faces], [10, 10, 10, 20, 20, 20, 30, 30, 30, 40, 40, 40]);
        return [new Seed(".mat", writer.ToArray())];
    }

    public override void Try(string path)
    {
        Place(path, "COFW_train_color.mat");
        if (Directory.Exists(Folder.File("images")))
            Directory.Delete(Folder.File("images"), recursive: true);
        new CofwDataSet().Read(Folder.Path, new DataSetOptions { BadRecords = new BadRecords(fatal: false) });
    }
}
