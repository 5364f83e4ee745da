using System.Globalization;
using System.Numerics;

namespace LiveLandmarks.Overlays.Meshes;

/// <summary>
/// Reads Wavefront OBJ files: v, vn, f (triangles, or polygons as fans), usemtl and mtllib for the color of faces (Kd). Texture
/// coordinates, lines, groups and everything else are ignored.
/// </summary>
internal sealed class ObjReader
{
    private readonly ObjLines lines;
    private readonly List<Vector3> points = [];
    private readonly List<Vector3> directions = [];
    private readonly Dictionary<string, Vector3> materials = [];
    private readonly Dictionary<(int Point, int Direction, Vector3 Color), int> vertices = [];
    private readonly List<(int Point, int Direction, Vector3 Color)> corners = [];
    private readonly List<int> triangles = [];
    private Vector3 color;

    private ObjReader(ObjLines lines, Vector3 color) => (this.lines, this.color) = (lines, color);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The OBJ file.</param>
    /// <param name="color">Color of faces without a material: blue, green, red, 0 to 255.</param>
    /// <returns>The mesh in the file's own axes and unit.</returns>
    /// <exception cref="OverlayException">The file or its materials cannot be read; the message names file and line.</exception>
    public static Mesh Read(string path, Vector3 color)
    {
        var reader = new ObjReader(ObjLines.Open(path), color);
        while (reader.lines.Next() is { } fields)
            reader.Take(fields);
        return reader.triangles.Count > 0 ? reader.Build() : throw new OverlayException($"{path}: there are no faces in it.");
    }

    private void Take(string[] fields)
    {
        switch (fields[0])
        {
            case "v":
                points.Add(lines.Vector(fields));
                break;
            case "vn":
                directions.Add(lines.Vector(fields));
                break;
            case "f":
                AddFace(fields);
                break;
            case "mtllib":
                MtlReader.Read(lines.Beside(fields), materials);
                break;
            case "usemtl":
                var name = lines.Text(fields);
                color = materials.TryGetValue(name, out var known) ? known : throw lines.Fault($"there is no material \"{name}\"");
                break;
        }
    }

    private void AddFace(string[] fields)
    {
        if (fields.Length < 4)
            throw lines.Fault("a face needs at least three corners");
        var first = Corner(fields[1]);
        for (var i = 2; i + 1 < fields.Length; i++)
            triangles.AddRange([first, Corner(fields[i]), Corner(fields[i + 1])]);
    }

    private int Corner(string field)
    {
        var parts = field.Split('/');
        var corner = (Index(parts[0], points.Count), parts.Length > 2 && parts[2].Length > 0
            ? Index(parts[2], directions.Count)
            : -1, color);
        if (!vertices.TryGetValue(corner, out var vertex))
        {
            vertices[corner] = vertex = corners.Count;
            corners.Add(corner);
        }
        return vertex;
    }

    /// <summary>Converts an index that counts from 1, or backwards from −1, to one that counts from 0.</summary>
    private int Index(string text, int count)
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
            throw lines.Fault($"\"{text}\" is not an index");
        var from = index < 0 ? count + index : index - 1;
        return from >= 0 && from < count ? from : throw lines.Fault($"index {index} is beyond the {count} read so far");
    }

    private Mesh Build()
    {
        var smooth = new Vector3[points.Count];
        for (var i = 0; i < triangles.Count; i += 3)
        {
            var (a, b, c) = (corners[triangles[i]].Point, corners[triangles[i + 1]].Point, corners[triangles[i + 2]].Point);
            var normal = Vector3.Cross(points[b] - points[a], points[c] - points[a]);
            (smooth[a], smooth[b], smooth[c]) = (smooth[a] + normal, smooth[b] + normal, smooth[c] + normal);
        }
        return new Mesh(
            [.. corners.Select(corner => points[corner.Point])],
            [.. corners.Select(corner => Unit(corner.Direction >= 0 ? directions[corner.Direction] : smooth[corner.Point]))],
            [.. corners.Select(corner => corner.Color)],
            new Vector2[corners.Count],
            [.. triangles]);
    }

    private static Vector3 Unit(Vector3 direction) => direction.LengthSquared() > 1e-20f ? Vector3.Normalize(direction) : Vector3.UnitZ;
}
