using LiveLandmarks.Training.Data.Formats;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// COFW (Burgos-Artizzu et al., ICCV 2013): two MATLAB 7.3 files that hold annotations and pictures. The first reading writes the pictures,
/// without loss, into the folder <c>images</c> beside them. A face with a covered landmark is in the subset <c>occluded</c>.
/// </summary>
public sealed class CofwDataSet : IDataSet
{
    /// <inheritdoc/>
    public string Name => "cofw";

    /// <inheritdoc/>
    public LandmarkScheme Scheme => LandmarkScheme.Cofw29;

    /// <inheritdoc/>
    public string Layout =>
        "COFW is available at https://data.caltech.edu/records/20099 (color images); expected are COFW_train_color.mat and " +
        "COFW_test_color.mat.";

    /// <inheritdoc/>
    public IReadOnlyList<AnnotatedFace> Read(string folder, DataSetOptions options)
    {
        var (part, suffix) = options.Split == DataSplit.Train ? ("train", "Tr") : ("test", "T");
        var path = DataSetFolder.RequireFile(folder, this, $"COFW_{part}_color.mat");
        var faces = new List<AnnotatedFace>();
        try
        {
            using var file = new Hdf5File(path);
            var pictures = file.Dataset("Is" + suffix).ReadReferences();
            var points = Numbers(file, "phis" + suffix, 3 * Scheme.Count, pictures.Length);
            var boxes = Numbers(file, "bboxes" + suffix, 4, pictures.Length);
            var images = Directory.CreateDirectory(Path.Combine(folder, "images")).FullName;
            for (var i = 0; i < pictures.Length; i++)
            {
                try
                {
                    var face = Face($"{path}: face {i + 1}", Path.Combine(images, $"{part}_{i + 1:0000}.png"), points, boxes, i,
                        pictures.Length);
                    CofwPicture.Extract(file, pictures[i], face);
                    faces.Add(face);
                }
                catch (InputException e)
                {
                    options.BadRecords.Add(e);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {e.Message} The pictures are written beside the file; the folder must be writable.", e);
        }
        catch (Exception e) when (
            e is InvalidDataException or ArgumentException or IndexOutOfRangeException or OverflowException or OutOfMemoryException)
        {
            throw new InputException(
                $"{path}: not a MATLAB 7.3 file as COFW publishes them, or cut off: {e.Message} Download it again. {Layout}", e);
        }
        return DataSetFolder.RequireFaces(faces, path, this, options);
    }

    private static double[] Numbers(Hdf5File file, string name, int each, int faces)
    {
        var numbers = file.Dataset(name).ReadNumbers();
        return numbers.Length == each * faces
            ? numbers
            : throw new InvalidDataException($"{name} has {numbers.Length} numbers, {each} for each of {faces} faces expected.");
    }

    /// <summary>MATLAB counts pixels from 1; x of all landmarks, then y, then whether they are covered. The box is x, y, width,
    /// height.</summary>
    private AnnotatedFace Face(string source, string image, double[] points, double[] boxes, int index, int count)
    {
        float Number(double[] numbers, int row) => numbers[row * count + index] is var value && double.IsFinite(value)
            ? (float)value
            : throw new InputException($"{source}: a finite number expected, not {value}.");

        var landmarks = new Landmark[Scheme.Count];
        for (var i = 0; i < landmarks.Length; i++)
            landmarks[i] = new Landmark(Number(points, i) - 1, Number(points, Scheme.Count + i) - 1, 1);
        bool[] occluded = [.. Enumerable.Range(2 * Scheme.Count, Scheme.Count).Select(row => Number(points, row) != 0)];
        var box = new FaceBox(Number(boxes, 0) - 1, Number(boxes, 1) - 1, Number(boxes, 2), Number(boxes, 3));
        if (box.Width <= 0 || box.Height <= 0)
            throw new InputException($"{source}: the box is empty.");
        return new AnnotatedFace
        {
            ImagePath = image,
            Scheme = Scheme,
            Points = landmarks,
            Occluded = occluded,
            Box = box,
            Subsets = occluded.Contains(true) ? ["occluded"] : [],
            Source = source,
        };
    }
}
