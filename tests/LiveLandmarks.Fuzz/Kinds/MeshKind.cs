using LiveLandmarks.Overlays;
using LiveLandmarks.Overlays.BuiltIn;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>OBJ meshes and their materials, worn as a hat.</summary>
internal sealed class MeshKind() : InputKind("obj")
{
    private const string Mesh =
        "# a hat\nmtllib hat.mtl\nv -8 0 -8\nv 8 0 -8\nv 8 0 8\nv -8 0 8\nv 0 12 0\nvn 0 1 0\nusemtl felt\nf 1//1 2//1 5//1\nf 2 3 5\nf " +
        "3 4 5\nf 4 1 5\nusemtl band\nf 1 2 3 4\n";
    private const string Materials = "newmtl felt\nKd 0.2 0.1 0.1\nnewmtl band\nKd 0.9 0.8 0.1\nNs 10\n";

    private FaceStage? stage;

    public override IReadOnlyList<Seed> Seeds() => [Seed.Text(".obj", Mesh), Seed.Text(".mtl", Materials)];

    public override void Try(string path)
    {
        stage ??= new FaceStage();
        var isMesh = path.EndsWith(".obj", StringComparison.Ordinal);
        var mesh = isMesh ? Place(path, "hat.obj") : Folder.Write("hat.obj", Mesh);
        if (isMesh)
            Folder.Write("hat.mtl", Materials);
        else
            Place(path, "hat.mtl");
        var hat = new HatOverlay { Model = mesh };
        hat.Start(new OverlayContext(Folder.Path, Folder.Path));
        stage.Draw(hat);
    }

    public override void Dispose()
    {
        stage?.Dispose();
        base.Dispose();
    }
}
