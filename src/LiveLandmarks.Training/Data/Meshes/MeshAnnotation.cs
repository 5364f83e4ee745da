using LiveLandmarks.Evaluation;

namespace LiveLandmarks.Training.Data.Meshes;

/// <summary>
/// Makes a data set of 68 points and pupils from pictures with the 478 points of MediaPipe's mesh. Pictures that also have a <c>.pts</c>
/// file keep it, and teach the map for the others.
/// </summary>
internal sealed class MeshAnnotation
{
    private const int Parts = 5;

    private readonly List<MeshPicture> pictures = [];
    private readonly MeshMap map;

    /// <summary>Reads the annotations and learns the map.</summary>
    /// <param name="folders">Folders of pictures; their names are the sets of the mesh.</param>
    /// <param name="mesh">The folder of <c>mesh478.csv</c> and <c>mesh478.i16</c>.</param>
    /// <exception cref="InputException">Files cannot be read, or too few pictures have both kinds of points.</exception>
    public MeshAnnotation(IEnumerable<string> folders, string mesh)
    {
        foreach (var folder in folders)
            Read(folder, mesh);
        (Landmark[], Landmark[])[] taught = [.. pictures.Where(picture => picture.Points is not null).Select(
            picture => (picture.Mesh, picture.Points!))];
        map = MeshMap.Fit(taught);
        Taught = taught.Length;
        Error = MeshMap.CrossValidate(taught, Parts);
    }

    /// <summary>The files of the pictures.</summary>
    public IEnumerable<string> Files => pictures.Select(picture => picture.Path);

    /// <summary>Number of pictures that teach the map.</summary>
    public int Taught { get; }

    /// <summary>Number of pictures whose points are mapped.</summary>
    public int Mapped => pictures.Count - Taught;

    /// <summary>Number of pictures that the mesh has no points of.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The mean distance of the mapped landmarks from the given ones, of fifths of the pictures that the others teach; a share of
    /// the distance between the outer eye corners.</summary>
    public double Error { get; }

    /// <summary>Writes <c>train</c>, <c>val</c> and <c>mesh</c>, which <see cref="Faces300WDataSet"/> reads.</summary>
    /// <param name="folder">The folder; made if it is missing.</param>
    /// <param name="isForTest">Whether a picture, by its file, goes to <c>val</c>.</param>
    /// <exception cref="OutputException">The folder cannot be written to.</exception>
    public void Write(string folder, Predicate<string> isForTest)
    {
        try
        {
            var meshes = new List<(string, string, Landmark[])>();
            foreach (var picture in pictures)
            {
                var name = Path.GetFileName(picture.Path);
                var set = isForTest(picture.Path) ? "val" : "train";
                var place = Directory.CreateDirectory(Path.Combine(folder, set)).FullName;
                File.Copy(picture.Path, Path.Combine(place, name), overwrite: true);
                var stem = Path.GetFileNameWithoutExtension(name);
                File.WriteAllText(Path.Combine(place, stem + ".pts"), PtsText.Of(picture.Points ?? map.Apply(picture.Mesh)));
                meshes.Add((set, stem, picture.Mesh));
            }
            MeshPoints.Write(Path.Combine(folder, "mesh"), meshes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{folder}: the data set cannot be written: {e.Message} Choose another folder or make room.", e);
        }
    }

    private void Read(string folder, string mesh)
    {
        var points = MeshPoints.Read(mesh, Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))));
        string[] files;
        try
        {
            files = Directory.GetFiles(folder, "*.jpg");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder}: the pictures cannot be read: {e.Message}", e);
        }
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var pts = Path.ChangeExtension(file, ".pts");
            if (points.Find(Path.GetFileNameWithoutExtension(file)) is { } found)
                pictures.Add(new MeshPicture(file, found, File.Exists(pts) ? PtsFile.Read(pts, LandmarkScheme.Ibug68.Count) : null));
            else
                LeftOut++;
        }
    }

    private sealed record MeshPicture(string Path, Landmark[] Mesh, Landmark[]? Points);
}
