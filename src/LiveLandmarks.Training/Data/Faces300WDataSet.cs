using LiveLandmarks.Evaluation;
using LiveLandmarks.Training.Data.Meshes;

namespace LiveLandmarks.Training.Data;

/// <summary>
/// 300-W (Sagonas et al., ICCV workshops 2013), and any folder of pictures with a <c>.pts</c> file of 68 points beside each. The folders
/// <c>afw</c>, <c>helen</c>, <c>lfpw</c> and <c>ibug</c> are split as in the literature, and <c>train</c> and <c>val</c> or <c>test</c> by
/// name; a folder with none of these is used as a whole for either part. A <c>boxes.csv</c> in the folder or its parent adds a detector's
/// boxes. If pupils are requested, they come from a folder <c>mesh</c> beside the pictures' folder.
/// </summary>
/// <param name="pupils">Whether the faces have pupils, too; a picture without pupils is a bad record.</param>
public sealed class Faces300WDataSet(bool pupils = false) : IDataSet
{
    private static readonly string[] PictureExtensions = [".jpg", ".png", ".jpeg", ".JPG", ".PNG"];

    private static readonly string[] Collections = ["afw", "helen", "lfpw", "ibug", "lfw", "ytf"];

    private static readonly (string Folder, DataSplit Split, string[] Subsets)[] Official =
    [
        ("afw", DataSplit.Train, ["afw"]),
        ("helen/trainset", DataSplit.Train, ["helen"]),
        ("lfpw/trainset", DataSplit.Train, ["lfpw"]),
        ("helen/testset", DataSplit.Test, ["helen", "common"]),
        ("lfpw/testset", DataSplit.Test, ["lfpw", "common"]),
        ("ibug", DataSplit.Test, ["ibug", "challenging"]),
    ];

    /// <inheritdoc/>
    public string Name => pupils ? "300w-pupils" : "300w";

    /// <inheritdoc/>
    public LandmarkScheme Scheme => pupils ? LandmarkScheme.Ibug70 : LandmarkScheme.Ibug68;

    /// <inheritdoc/>
    public string Layout =>
        "300-W is available at https://ibug.doc.ic.ac.uk/resources/300-W/; expected are the folders afw, helen/trainset, helen/testset, "
        + "lfpw/trainset, lfpw/testset and ibug, or train and val, or pictures directly, each NAME.jpg or NAME.png with NAME.pts beside it"
        + (pupils ? "; and mesh/mesh478.csv and mesh/mesh478.i16 beside that folder, with the pupils." : ".");

    /// <inheritdoc/>
    public IReadOnlyList<AnnotatedFace> Read(string folder, DataSetOptions options)
    {
        DataSetFolder.Require(folder, this);
        var faces = new List<AnnotatedFace>();
        try
        {
            foreach (var (part, subsets) in Parts(folder, options.Split))
                ReadPart(part, subsets, options, faces);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder}: cannot be read: {e.Message}", e);
        }
        return DataSetFolder.RequireFaces(faces, folder, this, options);
    }

    private static IEnumerable<(string Folder, string[] Subsets)> Parts(string folder, DataSplit split)
    {
        var official = Official.Where(part => Directory.Exists(Path.Combine(folder, part.Folder))).ToList();
        if (official.Count > 0)
            return official.Where(part => part.Split == split).Select(part => (Path.Combine(folder, part.Folder), part.Subsets));

        string[] named = split == DataSplit.Train ? ["train"] : ["val", "test"];
        string[] others = ["train", "val", "test"];
        if (others.Any(name => Directory.Exists(Path.Combine(folder, name))))
            return named.Select(name => Path.Combine(folder, name)).Where(Directory.Exists).Take(1)
                .Select(path => (path, Array.Empty<string>()));
        return [(folder, [])];
    }

    private static string[] SubsetsOf(string name)
    {
        var prefix = name.Split('_')[0];
        return Collections.Contains(prefix) ? [prefix] : [];
    }

    private void ReadPart(string folder, string[] subsets, DataSetOptions options, List<AnnotatedFace> faces)
    {
        var boxes = DetectorBoxes.Beside(folder);
        var mesh = pupils ? MeshPoints.Beside(folder) : null;
        var files = Directory.GetFiles(folder);
        var present = files.ToHashSet();
        foreach (var pts in files.Where(file => Path.GetExtension(file) == ".pts").Order(StringComparer.Ordinal))
        {
            try
            {
                var stem = pts[..^4];
                var image = PictureExtensions.Select(extension => stem + extension).FirstOrDefault(present.Contains)
                    ?? throw new InputException($"{pts}: no picture of that name (.jpg or .png) is beside it.");
                var name = Path.GetFileName(stem);
                var box = boxes.Find(name);
                faces.Add(new AnnotatedFace
                {
                    ImagePath = image,
                    Scheme = Scheme,
                    Points = Points(pts, name, mesh),
                    Box = box?.Box,
                    Subsets = [.. subsets, .. SubsetsOf(name), .. box?.Label is { Length: > 0 } label ? new[] { label } : []],
                    Source = pts,
                });
            }
            catch (InputException e)
            {
                options.BadRecords.Add(e);
            }
        }
    }

    private static Landmark[] Points(string pts, string name, MeshPoints? mesh)
    {
        var points = PtsFile.Read(pts, LandmarkScheme.Ibug68.Count);
        if (mesh is null)
            return points;
        var (right, left) = mesh.Pupils(name) ?? throw new InputException($"{pts}: mesh478.csv has no pupils for this picture.");
        points = [.. points, right, left];
        Pupils.Hide(LandmarkScheme.Ibug70, points);
        return points;
    }
}
