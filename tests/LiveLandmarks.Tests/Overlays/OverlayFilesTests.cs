using System.Numerics;
using LiveLandmarks.Overlays;
using LiveLandmarks.Overlays.Meshes;
using LiveLandmarks.Overlays.Rasterizing;
using LiveLandmarks.Overlays.BuiltIn;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Overlays;

public sealed class OverlayFilesTests : IDisposable
{
    private static readonly Vector3 Grey = new(128);

    private readonly string folder = Directory.CreateTempSubdirectory("overlay").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void Polygons_become_triangle_fans_and_materials_become_colors()
    {
        Write("a.mtl", "newmtl red paint\nKd 1 0 0.5\n");
        var mesh = ObjReader.Read(
            Write("a.obj", "# a square\nmtllib a.mtl\nv 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nvt 0 0\nvn 0 0 1\nusemtl red paint\nf 1/1/1 " +
            "2/1/1 3//1 -1//1\n"), Grey);
        Assert.Equal([0, 1, 2, 0, 2, 3], mesh.Triangles);
        Assert.Equal(new Vector3(0, 1, 0), mesh.Positions[3]);
        Assert.All(mesh.Normals, normal => Assert.Equal(Vector3.UnitZ, normal));
        Assert.All(mesh.Colors, color => Assert.Equal(new Vector3(127.5f, 0, 255), color));
    }

    [Fact]
    public void Without_normals_surfaces_are_smooth_and_without_material_they_have_the_given_color()
    {
        var mesh = ObjReader.Read(Write("a.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"), Grey);
        Assert.All(mesh.Normals, normal => Assert.Equal(Vector3.UnitZ, normal));
        Assert.All(mesh.Colors, color => Assert.Equal(Grey, color));
    }

    [Theory]
    [InlineData("v 0 0\n", "line 1: \"v\" needs three numbers")]
    [InlineData("\nv 0 0 x\n", "line 2: \"x\" is not a number")]
    [InlineData("v 0 0 nan\n", "line 1: \"nan\" is not a number")]
    [InlineData("v 0 0 0\nf 1 1\n", "line 2: a face needs at least three corners")]
    [InlineData("v 0 0 0\nf 1 1 2\n", "line 2: index 2 is beyond the 1 read so far")]
    [InlineData("v 0 0 0\nf 1 1 0\n", "line 2: index 0 is beyond the 1 read so far")]
    [InlineData("v 0 0 0\nf 1 1 a\n", "line 2: \"a\" is not an index")]
    [InlineData("usemtl blue\n", "line 1: there is no material \"blue\"")]
    [InlineData("mtllib none.mtl\n", "none.mtl: no such file")]
    [InlineData("v 0 0 0\n", "there are no faces in it")]
    [InlineData("", "there are no faces in it")]
    public void A_bad_OBJ_file_is_named_in_the_error_with_its_line(string text, string message)
    {
        Write("bad.obj", text);
        var failure = Assert.Throws<OverlayException>(() => new HatOverlay { Model = "bad.obj" }.Start(Drawn.Context(folder)));
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.Contains(folder, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public void A_bad_picture_is_named_in_the_error()
    {
        Assert.Contains("no such file", Fault("none.png"), StringComparison.Ordinal);
        Write("text.png", "not a picture");
        Assert.Contains("not a picture that can be read", Fault("text.png"), StringComparison.Ordinal);
        Write("empty.png", "");
        Assert.Contains("the file is empty", Fault("empty.png"), StringComparison.Ordinal);
        var whole = File.ReadAllBytes(Repository.Media("astronaut.png"));
        File.WriteAllBytes(Path.Combine(folder, "half.png"), whole[..(whole.Length / 2)]);
        Assert.Contains("half.png: the picture is truncated", Fault("half.png"), StringComparison.Ordinal);

        string Fault(string name) =>
            Assert.Throws<OverlayException>(() => new SunglassesOverlay { Image = name }.Start(Drawn.Context(folder))).Message;
    }

    [Theory]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#12345G")]
    [InlineData("#-12345")]
    [InlineData("")]
    public void A_bad_color_is_named_in_the_error_with_its_option(string text)
    {
        Action[] starts =
        [
            () => new MakeUpOverlay { Color = text }.Start(Drawn.Context(folder)), () =>
                new HatOverlay { Color = text }.Start(Drawn.Context(folder)),
            () => new MaskOverlay { Color = text }.Start(Drawn.Context(folder)), () =>
                new MeshOverlay { Color = text }.Start(Drawn.Context(folder)),
        ];
        foreach (var start in starts)
            Assert.StartsWith(
                $"Color: \"{text}\" is not a color", Assert.Throws<OverlayException>(start).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1.1f)]
    [InlineData(float.NaN)]
    public void A_number_out_of_range_is_named_in_the_error(float value) =>
        Assert.StartsWith("Strength: ",
            Assert.Throws<OverlayException>(() => new MakeUpOverlay { Strength = value }.Start(Drawn.Context(folder))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_color_is_given_as_red_green_blue() =>
        Assert.Equal(new Vector3(0x30, 0x20, 0x10), OverlayOption.Color("Color", "#102030"));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void Pictures_of_any_pixel_type_can_be_worn(int channels)
    {
        using (var picture = new Mat(60, 200, MatType.CV_8UC(channels), Scalar.All(200)))
            Cv2.ImWrite(Path.Combine(folder, "a.png"), picture);
        var texture = Texture.Read(Path.Combine(folder, "a.png"));
        var alpha = channels == 4 ? 200 / 255f : 1;
        foreach (var level in (ReadOnlySpan<float>)[0, 0.5f, 3.3f, 20])
            Assert.Equal(0, (new Vector4(new Vector3(200 * alpha), alpha) - texture.Sample(new Vector2(0.4f, 0.7f), level)).Length(),
                0.01f);
        using var image = Networks();
        Assert.True(Drawn.On(image, new SunglassesOverlay { Image = Path.Combine(folder, "a.png") }, Drawn.Astronaut).Count > 500);

        static Mat Networks() => Landmarks.Networks.Astronaut();
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
