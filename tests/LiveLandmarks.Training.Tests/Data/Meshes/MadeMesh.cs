using LiveLandmarks.Training.Data.Meshes;

namespace LiveLandmarks.Training.Tests.Data.Meshes;

/// <summary>Meshes of different people, and 68 landmarks that follow from them.</summary>
internal static class MadeMesh
{
    /// <summary>Makes a face.</summary>
    /// <param name="seed">Chooses shape, size, roll and place.</param>
    public static (Landmark[] Mesh, Landmark[] Points) Face(int seed)
    {
        var (common, own) = (new Random(1), new Random(100 + seed));
        var place = new Similarity(90 + own.NextSingle() * 40, own.NextSingle() * 20, 150, 140);
        Landmark[] mesh = [.. Enumerable.Range(0, MeshPoints.Count).Select(i => new Landmark(
            common.NextSingle() - 0.5f + 0.02f * own.NextSingle(), common.NextSingle() - 0.5f + 0.02f * own.NextSingle(), 1))];
        (mesh[33], mesh[263]) = (new Landmark(-0.5f, 0, 1), new Landmark(0.5f, 0, 1));
        // Each lies beside a point of the mesh.
        Landmark[] points = [.. MeshMap.Nearest.Select(nearest => mesh[nearest] with { X = mesh[nearest].X + 0.03f })];
        return (Array.ConvertAll(mesh, place.Apply), Array.ConvertAll(points, place.Apply));
    }
}
