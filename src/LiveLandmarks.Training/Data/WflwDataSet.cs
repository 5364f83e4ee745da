using System.Globalization;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// WFLW (Wu et al., "Look at Boundary", CVPR 2018). One line per face: 196 coordinates, the corners of the face's box, six attributes that
/// are the names of the test set's subsets, and the picture.
/// </summary>
public sealed class WflwDataSet : IDataSet
{
    private const int Coordinates = 196;
    private const int Fields = Coordinates + 4 + 6 + 1;

    private static readonly string[] Attributes = ["pose", "expression", "illumination", "make-up", "occlusion", "blur"];

    /// <inheritdoc/>
    public string Name => "wflw";

    /// <inheritdoc/>
    public LandmarkScheme Scheme => LandmarkScheme.Wflw98;

    /// <inheritdoc/>
    public string Layout =>
        "WFLW is available at https://wywu.github.io/projects/LAB/WFLW.html; expected are the folders WFLW_images and "
        + "WFLW_annotations/list_98pt_rect_attr_train_test with list_98pt_rect_attr_train.txt and list_98pt_rect_attr_test.txt.";

    /// <inheritdoc/>
    public IReadOnlyList<AnnotatedFace> Read(string folder, DataSetOptions options)
    {
        var name = options.Split == DataSplit.Train ? "list_98pt_rect_attr_train.txt" : "list_98pt_rect_attr_test.txt";
        var list = DataSetFolder.RequireFile(
            folder, this, $"WFLW_annotations/list_98pt_rect_attr_train_test/{name}", $"list_98pt_rect_attr_train_test/{name}", name);
        var images = Path.Combine(folder, "WFLW_images");
        if (!Directory.Exists(images))
            throw new InputException($"{images}: no such folder. {Layout}");

        var faces = new List<AnnotatedFace>();
        var number = 0;
        try
        {
            foreach (var line in File.ReadLines(list))
            {
                number++;
                if (string.IsNullOrWhiteSpace(line))
                    continue;
                try
                {
                    faces.Add(Parse(line, $"{list}:{number}", images));
                }
                catch (InputException e)
                {
                    options.BadRecords.Add(e);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{list}: cannot be read: {e.Message}", e);
        }
        return DataSetFolder.RequireFaces(faces, list, this, options);
    }

    private AnnotatedFace Parse(string line, string source, string images)
    {
        var fields = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != Fields)
            throw new InputException(
                $"{source}: {fields.Length} fields, {Fields} expected: 196 coordinates, 4 of the box, 6 attributes, the picture.");

        var numbers = new float[Fields - 1];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!float.TryParse(fields[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !float.IsFinite(numbers[i]))
                throw new InputException($"{source}: field {i + 1}: a finite number expected, not '{fields[i]}'.");
        }

        var points = new Landmark[Scheme.Count];
        for (var i = 0; i < points.Length; i++)
            points[i] = new Landmark(numbers[2 * i], numbers[2 * i + 1], 1);
        var (left, top, right, bottom) = (numbers[196], numbers[197], numbers[198], numbers[199]);
        if (right <= left || bottom <= top)
            throw new InputException(
                $"{source}: the box's lower right corner ({right}, {bottom}) must lie right of and below the upper left one ({left}, " +
                $"{top}).");

        var image = Path.Combine(images, fields[^1]);
        if (!File.Exists(image))
            throw new InputException($"{source}: {image}: no such picture.");
        return new AnnotatedFace
        {
            ImagePath = image,
            Scheme = Scheme,
            Points = points,
            Box = new FaceBox(left, top, right - left, bottom - top),
            Subsets = [.. Attributes.Where((_, i) => numbers[200 + i] != 0)],
            Source = source,
        };
    }
}
