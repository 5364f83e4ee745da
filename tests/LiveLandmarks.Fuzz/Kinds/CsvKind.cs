using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>Tables: the metrics of a training, the boxes of a detector, the list of faces of WFLW.</summary>
internal sealed class CsvKind() : InputKind("csv")
{
    private const string Metrics = ".metrics.csv", Boxes = ".boxes.csv", List = ".list.txt";

    public override IReadOnlyList<Seed> Seeds()
    {
        var numbers = string.Join(',', MetricsRow.Header.Split(',').Select((_, i) => FormattableString.Invariant($"{i + 1}")));
        var face = $"{string.Join(' ', Enumerable.Range(0, 196).Select(i => FormattableString.Invariant($"{20.5 + i}")))} 10 20 210 220 " +
            $"0 1 0 0 1 0 a/b.jpg";
        return
        [
            Seed.Text(Metrics, $"{MetricsRow.Header}\n{numbers}\n{numbers}\n"),
            Seed.Text(Boxes, "name,x,y,w,h,score,split,label\na,1,2,30.5,40,0.9,train,eye\nb,5,6,7,8,1e-3,train,\n"),
            Seed.Text(List, $"{face}\n{face}\n"),
        ];
    }

    public override void Try(string path)
    {
        if (path.EndsWith(Metrics, StringComparison.Ordinal))
        {
            MetricsLog.Read(path);
        }
        else if (path.EndsWith(Boxes, StringComparison.Ordinal))
        {
            Place(path, "train/boxes.csv");
            DetectorBoxes.Beside(Folder.File("train"));
        }
        else
        {
            Place(path, "WFLW_images/a/b.jpg");
            Place(path, "list_98pt_rect_attr_train.txt");
            new WflwDataSet().Read(Folder.Path, new DataSetOptions { BadRecords = new BadRecords(fatal: false) });
        }
    }
}
