using System.Globalization;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Data.Turning;
using LiveLandmarks.Training.Tests.Data.Heads;

namespace LiveLandmarks.Training.Tests.Data.Turning;

public sealed class TurnedSetTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [FaceModelFact(faces: true)]
    public void Turned_faces_are_read_back_and_have_the_requested_angles()
    {
        var options = new TurnedSetOptions { Count = 7, MinYaw = 40, MaxYaw = 70 };
        var faces = SharedModel.Faces.Take(5).ToList();
        var reported = 0;
        var written = new TurnedSet(SharedModel.Heads, faces, options)
            { Report = done => Interlocked.Increment(ref reported) }.Write(folder.Path, CancellationToken.None);
        Assert.Equal(7, reported);
        Assert.Equal(written, new Faces300WDataSet().Read(folder.Path, new DataSetOptions()).Count);
        var rows = File.ReadAllLines(folder.File("turned.csv"));
        Assert.Equal("name,yaw,pitch", rows[0]);
        Assert.Equal(written, rows.Length - 1);
        Assert.All(rows.Skip(1), row => Assert.InRange(Math.Abs(float.Parse(row.Split(',')[1], CultureInfo.InvariantCulture)), 40, 70));
    }

    [FaceModelFact(faces: true)]
    public void An_unusable_photograph_is_left_out_and_reported()
    {
        var faces = SharedModel.Faces.Take(2).ToList();
        faces[1] = faces[1] with { ImagePath = folder.File("broken.jpg") };
        File.WriteAllBytes(faces[1].ImagePath, File.ReadAllBytes(faces[0].ImagePath)[..2000]);
        var leftOut = new List<string>();
        var place = folder.File("turned");
        var written = new TurnedSet(SharedModel.Heads, faces, new TurnedSetOptions { Count = 6 })
            { LeftOut = e => leftOut.Add(e.Message) }.Write(place, CancellationToken.None);
        Assert.Equal(3, written);
        Assert.Equal(3, leftOut.Count);
        Assert.All(leftOut, message => Assert.Contains("broken.jpg: the picture is truncated", message, StringComparison.Ordinal));
        Assert.Equal(4, File.ReadAllLines(Path.Combine(place, "turned.csv")).Length);
    }

    [FaceModelFact(faces: true)]
    public void A_picture_that_cannot_be_written_is_reported_with_its_folder()
    {
        var face = SharedModel.Faces[0];
        Directory.CreateDirectory(folder.File($"{Path.GetFileNameWithoutExtension(face.ImagePath)}_00000.jpg"));
        var error = Assert.Throws<OutputException>(
            () => new TurnedSet(SharedModel.Heads, [face], new TurnedSetOptions { Count = 1 }).Write(folder.Path, CancellationToken.None));
        Assert.StartsWith($"{folder.Path}: ", error.Message, StringComparison.Ordinal);
    }

    [FaceModelFact(faces: true)]
    public void A_sheet_has_a_row_for_each_face()
    {
        using var sheet = TurnedSheet.Draw(SharedModel.Heads, SharedModel.Faces, 2, new TurnedSetOptions());
        Assert.Equal((512, 2560), (sheet.Rows, sheet.Cols));
    }

    [FaceModelFact]
    public void Faces_of_schemes_other_than_iBUG_are_refused()
    {
        var face = Pictures.Face() with { Scheme = LandmarkScheme.Wflw98, Source = "list:3" };
        Assert.Contains("list:3", Assert.Throws<InputException>(() => new TurnedFaces(SharedModel.Heads, [face])).Message,
            StringComparison.Ordinal);
    }
}
