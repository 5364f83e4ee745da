using LiveLandmarks.Evaluation;
using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Data.Meshes;
using LiveLandmarks.Training.Tests.Data;
using LiveLandmarks.Training.Tests.Data.Meshes;

namespace LiveLandmarks.Training.Tests.Commands;

public sealed class AnnotateCommandTests : IDisposable
{
    private const int Annotated = 20, Others = 3;

    private readonly TempFolder folder = new();

    public AnnotateCommandTests()
    {
        var faces = Enumerable.Range(0, Annotated + Others).Select(MadeMesh.Face).ToArray();
        for (var i = 0; i < faces.Length; i++)
        {
            folder.Write($"people/p{i:00}.jpg", Pictures.Jpeg());
            if (i < Annotated)
                folder.Write($"people/p{i:00}.pts", PtsText.Of(faces[i].Points));
        }
        MeshPoints.Write(folder.File("mesh"), [.. faces.Select((face, i) => ("people", $"p{i:00}", face.Mesh))]);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Pictures_get_68_points_and_pupils_and_annotations_stay_as_they_are()
    {
        var run = await Annotate("--test", "p0*", "p22.jpg");
        run.ShouldSucceed();
        Assert.Contains("20 pictures keep their 68 points, 3 get them", run.Error, StringComparison.Ordinal);
        var data = new Faces300WDataSet(pupils: true);
        var train = data.Read(folder.File("out"), new DataSetOptions());
        var test = data.Read(folder.File("out"), new DataSetOptions { Split = DataSplit.Test });
        Assert.Equal((12, 11), (train.Count, test.Count));
        Assert.Equal(File.ReadAllText(folder.File("people/p15.pts")), File.ReadAllText(folder.File("out/train/p15.pts")));

        var (mesh, expected) = MadeMesh.Face(21);
        var mapped = PtsFile.Read(folder.File("out/train/p21.pts"), 68);
        Assert.All(mapped.Zip(expected), pair => Assert.InRange(pair.First.DistanceTo(pair.Second), 0, 1));
        Assert.InRange(train.Single(face => face.ImagePath.EndsWith("p21.jpg", StringComparison.Ordinal)).Points[68].DistanceTo(mesh[468]),
            0, 0.1f);
    }

    [Fact]
    public async Task Missing_files_and_annotations_are_named()
    {
        (await CommandRun.Of("annotate", folder.File("out"), "--pictures", folder.File("people"), "--mesh", folder.File("none")))
            .ShouldFail(3, "none: the points of MediaPipe's mesh");
        (await CommandRun.Of("annotate", folder.File("out"), "--pictures", folder.File("nobody"), "--mesh", folder.File("mesh")))
            .ShouldFail(3, "nobody: the pictures cannot be read");
        foreach (var pts in Directory.GetFiles(folder.File("people"), "*.pts"))
            File.Delete(pts);
        (await Annotate()).ShouldFail(3, "at least 16 faces with both kinds of points; there are 0");
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Fact]
    public async Task The_pictures_themselves_are_not_overwritten()
    {
        Directory.Move(folder.File("people"), folder.File("train"));
        var names = File.ReadAllText(folder.File("mesh/mesh478.csv")).Replace(",people,", ",train,", StringComparison.Ordinal);
        File.WriteAllText(folder.File("mesh/mesh478.csv"), names);
        (await CommandRun.Of("annotate", folder.Path, "--pictures", folder.File("train"), "--mesh", folder.File("mesh")))
            .ShouldFail(2, "which is read");
    }

    private Task<CommandRun> Annotate(params string[] options) => CommandRun.Of(
        ["annotate", folder.File("out"), "--pictures", folder.File("people"), "--mesh", folder.File("mesh"), .. options]);
}
