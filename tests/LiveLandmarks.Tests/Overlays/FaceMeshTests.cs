using System.Numerics;
using LiveLandmarks.Overlays.Meshes;

namespace LiveLandmarks.Tests.Overlays;

public class FaceMeshTests
{
    public static TheoryData<string> Schemes => ["ibug68", "wflw98"];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void The_average_face_is_symmetric(string name)
    {
        var scheme = LandmarkScheme.Find(name)!;
        var face = FlatFace.Of(scheme)!;
        Assert.Equal(scheme.Count, face.Length);
        for (var i = 0; i < face.Length; i++)
            Assert.Equal(face[i] with { X = -face[i].X }, face[scheme.Mirror[i]]);
    }

    /// <summary>Euler: a triangulation of n points, h of them on the hull, has 2n − h − 2 triangles.</summary>
    [Fact]
    public void Random_points_are_triangulated_without_gaps_and_with_empty_circumcircles()
    {
        var random = new Random(5);
        Vector2[] points = [new(0, 0), new(1, 0), new(1, 1),
            new(0, 1), .. Enumerable.Range(0, 60)
            .Select(_ => new Vector2(0.02f + 0.96f * random.NextSingle(), 0.02f + 0.96f * random.NextSingle()))];
        var triangles = Delaunay.Triangulate(points);
        Assert.Equal(2 * points.Length - 4 - 2, triangles.Count);
        Assert.Equal(2, triangles.Sum(triangle => FaceMesh.Area(points[triangle.A], points[triangle.B], points[triangle.C])), 1e-4f);
        Assert.All(triangles, triangle => Assert.True(FaceMesh.Area(points[triangle.A], points[triangle.B], points[triangle.C]) > 0));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Every_landmark_is_in_the_mesh_and_eyes_and_mouth_are_open(string name)
    {
        var scheme = LandmarkScheme.Find(name)!;
        var mesh = FaceMesh.Of(scheme)!;
        Assert.All(mesh.Areas, area => Assert.True(area > 0));
        var used = mesh.Triangles.SelectMany(triangle => new[] { triangle.A, triangle.B, triangle.C }).ToHashSet();
        // Pupils lie inside the open eyes.
        Assert.Equal(Enumerable.Range(0, Math.Min(scheme.Count, 96)), used.Order());
        var face = FlatFace.Of(scheme)!;
        foreach (var open in new[] { new Vector2(-3.15f, 0), new Vector2(3.15f, 0), new Vector2(0, 7.2f) })
            Assert.DoesNotContain(mesh.Triangles, triangle => IsInside(open, face[triangle.A], face[triangle.B], face[triangle.C]));
    }

    [Fact]
    public void Other_schemes_have_no_mesh() => Assert.Null(FaceMesh.Of(LandmarkScheme.Cofw29));

    private static bool IsInside(Vector2 point, Vector2 a, Vector2 b, Vector2 c) =>
        FaceMesh.Area(a, b, point) > 0 && FaceMesh.Area(b, c, point) > 0 && FaceMesh.Area(c, a, point) > 0;
}
