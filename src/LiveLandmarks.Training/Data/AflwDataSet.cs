using LiveLandmarks.Training.Data.Formats;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// AFLW (Köstinger et al., ICCV workshops 2011) with the 19 points of Zhu et al. (CVPR 2016), whose file also splits the faces:
/// the first 20000 of its permutation to train on, the others to test. Test faces whose points are all visible form the subset
/// <c>frontal</c>.
/// </summary>
public sealed class AflwDataSet : IDataSet
{
    private const int TrainFaces = 20000;

    private static readonly string[] ImagePlaces = ["data/flickr", "flickr", "images"];

    /// <inheritdoc/>
    public string Name => "aflw";

    /// <inheritdoc/>
    public LandmarkScheme Scheme => LandmarkScheme.Aflw19;

    /// <inheritdoc/>
    public string Layout =>
        "AFLW is available at https://www.tugraz.at/institute/icg/research/team-bischof/lrs/downloads/aflw/ and its 19 points "
        + "at http://mmlab.ie.cuhk.edu.hk/projects/compositional.html; expected are AFLWinfo_release.mat and pictures in data/flickr " +
            "or flickr.";

    /// <inheritdoc/>
    public IReadOnlyList<AnnotatedFace> Read(string folder, DataSetOptions options)
    {
        var path = DataSetFolder.RequireFile(folder, this, "AFLWinfo_release.mat");
        var images = ImagePlaces.Select(place => Path.Combine(folder, place)).FirstOrDefault(Directory.Exists)
            ?? throw new InputException($"{Path.Combine(folder, "data/flickr")}: no such folder. {Layout}");

        var variables = MatFile.Read(path);
        var names = Variable("nameList").Cells;
        var points = Numbers("data", 2 * Scheme.Count);
        var boxes = Numbers("bbox", 4);
        var visible = Numbers("mask_new", Scheme.Count);
        var order = Numbers("ra", 1);

        var faces = new List<AnnotatedFace>();
        var part = options.Split == DataSplit.Train ? order.Take(TrainFaces) : order.Skip(TrainFaces);
        foreach (var number in part)
        {
            try
            {
                faces.Add(Face((int)number - 1));
            }
            catch (InputException e)
            {
                options.BadRecords.Add(e);
            }
        }
        return DataSetFolder.RequireFaces(faces, path, this, options);

        MatArray Variable(string name) =>
            variables.TryGetValue(name, out var array) ? array : throw new InputException($"{path}: no variable {name}. {Layout}");

        double[] Numbers(string name, int each)
        {
            var numbers = Variable(name).Numbers;
            return numbers.Length == each * names.Count
                ? numbers
                : throw new InputException($"{path}: {name}: {numbers.Length} numbers, {each} for each of {names.Count} faces expected.");
        }

        AnnotatedFace Face(int index)
        {
            var source = $"{path}: face {index + 1}";
            if (index < 0 || index >= names.Count)
                throw new InputException($"{source}: there are only {names.Count}.");
            float Number(double[] numbers, int column) => numbers[index + column * names.Count] is var value && double.IsFinite(value)
                ? (float)value
                : throw new InputException($"{source}: a finite number expected, not {value}.");

            var name = names[index].Text
                ?? (names[index].Cells is [{ Text: { } inner }, ..] ? inner : throw new InputException($"{source}: no name of a picture."));
            var image = Path.Combine(images, name);
            if (!File.Exists(image))
                throw new InputException($"{source}: {image}: no such picture.");

            // MATLAB counts pixels from 1; the box is left, right, top, bottom.
            var landmarks = new Landmark[Scheme.Count];
            for (var i = 0; i < landmarks.Length; i++)
                landmarks[i] = new Landmark(Number(points, i) - 1, Number(points, Scheme.Count + i) - 1, 1);
            var (left, right, top, bottom) = (Number(boxes, 0) - 1, Number(boxes, 1) - 1, Number(boxes, 2) - 1, Number(boxes, 3) - 1);
            if (right <= left || bottom <= top)
                throw new InputException($"{source}: the box is empty.");
            bool[] hidden = [.. Enumerable.Range(0, Scheme.Count).Select(i => Number(visible, i) == 0)];
            return new AnnotatedFace
            {
                ImagePath = image,
                Scheme = Scheme,
                Points = landmarks,
                Occluded = hidden,
                Box = new FaceBox(left, top, right - left, bottom - top),
                Subsets = options.Split == DataSplit.Test && !hidden.Contains(true) ? ["frontal"] : [],
                Source = source,
            };
        }
    }
}
