using System.Numerics;

namespace LiveLandmarks.Overlays.Meshes;

/// <summary>Reads the diffuse colors (Kd) of Wavefront material files.</summary>
internal static class MtlReader
{
    /// <summary>Adds a file's materials.</summary>
    /// <param name="path">The MTL file.</param>
    /// <param name="materials">Receives name and color: blue, green, red, 0 to 255.</param>
    /// <exception cref="OverlayException">The file cannot be read; the message names file and line.</exception>
    public static void Read(string path, Dictionary<string, Vector3> materials)
    {
        var lines = ObjLines.Open(path);
        string? name = null;
        while (lines.Next() is { } fields)
        {
            if (fields[0] == "newmtl")
                materials[name = lines.Text(fields)] = new Vector3(200);
            else if (fields[0] == "Kd")
                materials[name ?? throw lines.Fault("Kd before newmtl")] = Color(lines.Vector(fields));
        }
    }

    private static Vector3 Color(Vector3 rgb) => 255 * Vector3.Clamp(new Vector3(rgb.Z, rgb.Y, rgb.X), Vector3.Zero, Vector3.One);
}
