using LiveLandmarks.Training.Data;
using LiveLandmarks.Training.Data.Meshes;

namespace LiveLandmarks.Training.Tests.Data.Meshes;

public class MeshMapTests
{
    [Fact]
    public void Landmarks_beside_points_of_the_mesh_are_found_at_any_size_and_roll()
    {
        var map = MeshMap.Fit([.. Enumerable.Range(0, 40).Select(MadeMesh.Face)]);
        var (mesh, expected) = MadeMesh.Face(77);
        var unit = mesh[33].DistanceTo(mesh[263]);
        Assert.All(map.Apply(mesh).Zip(expected), pair => Assert.InRange(pair.First.DistanceTo(pair.Second) / unit, 0, 0.005f));
    }

    [Fact]
    public void The_error_is_that_of_faces_that_did_not_teach()
    {
        (Landmark[], Landmark[])[] faces = [.. Enumerable.Range(0, 40).Select(MadeMesh.Face)];
        Assert.InRange(MeshMap.CrossValidate(faces, 5), 0, 0.005);
        // Landmarks that have nothing to do with the mesh.
        (Landmark[], Landmark[])[] mixed = [.. faces.Zip(faces.Skip(7).Concat(faces.Take(7)), (a, b) => (a.Item1, b.Item2))];
        Assert.InRange(MeshMap.CrossValidate(mixed, 5), 0.03, 10);
    }

    [Fact]
    public void Too_few_faces_are_an_error() => Assert.Contains(
        "at least 16", Assert.Throws<InputException>(() => MeshMap.Fit([.. Enumerable.Range(0, 15).Select(MadeMesh.Face)])).Message,
        StringComparison.Ordinal);

    /// <summary>Studio portraits with 189 hand-placed points, of which the 68 are a resampling.</summary>
    [SharedFact]
    public void Hand_placed_landmarks_of_other_people_are_met_within_two_and_a_half_percent()
    {
        var folder = Path.Combine(Repository.SharedFaces, "open", "studio");
        var mesh = MeshPoints.Read(Path.Combine(Repository.SharedFaces, "mesh"), "studio");
        (Landmark[], Landmark[])[] faces = [.. new Faces300WDataSet().Read(folder, new DataSetOptions()).Select(
            face => (mesh.Find(Path.GetFileNameWithoutExtension(face.ImagePath))!, face.Points))];
        Assert.Equal(142, faces.Length);
        Assert.InRange(MeshMap.CrossValidate(faces, 5), 0.01, 0.025);
    }
}
