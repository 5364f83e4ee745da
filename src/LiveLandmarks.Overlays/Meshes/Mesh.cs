using System.Numerics;

namespace LiveLandmarks.Overlays.Meshes;

/// <summary>Triangles in the head's space (<see cref="HeadModel"/>): x to the person's left, y to the chin, z to the back of the head,
/// centimeters.</summary>
/// <param name="Positions">The vertices.</param>
/// <param name="Normals">A unit vector per vertex. Its side does not matter, since surfaces are lit on the visible side.</param>
/// <param name="Colors">A color per vertex: blue, green, red, 0 to 255.</param>
/// <param name="TexturePlaces">A place in a picture per vertex, 0 to 1 rightwards and downwards.</param>
/// <param name="Triangles">Three indices of vertices for each triangle.</param>
public sealed record Mesh(Vector3[] Positions, Vector3[] Normals, Vector3[] Colors, Vector2[] TexturePlaces, int[] Triangles)
{
    /// <summary>Returns the transformed mesh.</summary>
    /// <param name="transform">A rotation, uniform scaling and shift, in the convention of System.Numerics.</param>
    public Mesh Transformed(Matrix4x4 transform) => this with
    {
        Positions = Array.ConvertAll(Positions, point => Vector3.Transform(point, transform)),
        Normals = Array.ConvertAll(Normals, normal => Vector3.Normalize(Vector3.TransformNormal(normal, transform))),
    };
}
