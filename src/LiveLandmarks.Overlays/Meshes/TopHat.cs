using System.Numerics;

namespace LiveLandmarks.Overlays.Meshes;

/// <summary>A top hat: a brim that curls up at the sides, a slightly waisted crown, and a band. The origin is the middle of the brim; up is
/// minus y.</summary>
internal static class TopHat
{
    // Half the size of the hat's opening, across and along the head, in centimeters, for a head with hair.
    private const float Across = 8.4f;
    private const float Along = 10.2f;

    private const float Brim = 4.2f;
    private const float Height = 12.5f;
    private const float BandHeight = 2.6f;

    /// <summary>Makes the hat.</summary>
    /// <param name="felt">Color of the hat: blue, green, red, 0 to 255.</param>
    /// <param name="band">Color of the band.</param>
    public static Mesh Make(Vector3 felt, Vector3 band) => new MeshBuilder()
        .Add(48, 6, (u, v) => Ring(u, Brim * v, -1.5f * v * v * Sideways(u)), (_, _) => felt)
        .Add(48, 2, (u, v) => Ring(u, 0.12f, -BandHeight * v), (_, _) => band)
        .Add(48, 8, (u, v) => Ring(u, Waist(v), -BandHeight - (Height - BandHeight) * v), (_, _) => felt)
        .Add(48, 3, (u, v) => Vector3.Lerp(Ring(u, Waist(1), -Height), new Vector3(0, -Height - 0.4f, 0), v), (_, _) => felt)
        .Build();

    /// <summary>Makes a surface that fills the opening, since the inside of a worn hat is not visible.</summary>
    public static Mesh MakeFilling() => new MeshBuilder()
        .Add(48, 1, (u, v) => Vector3.Lerp(new Vector3(0, -0.05f, 0), Ring(u, 0.2f, -0.05f), v))
        .Build();

    private static float Waist(float v) => -0.5f + 2 * (v - 0.45f) * (v - 0.45f);

    private static float Sideways(float u) => MathF.Cos(2 * MathF.PI * u) * MathF.Cos(2 * MathF.PI * u);

    private static Vector3 Ring(float u, float beyond, float y)
    {
        var (sine, cosine) = MathF.SinCos(2 * MathF.PI * u);
        return new Vector3((Across + beyond) * cosine, y, (Along + beyond) * sine);
    }
}
