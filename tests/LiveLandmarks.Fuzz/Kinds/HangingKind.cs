namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>A test of the harness: hangs at the first input.</summary>
internal sealed class HangingKind() : InputKind(KindName)
{
    public const string KindName = "hanging";

    public override IReadOnlyList<Seed> Seeds() => [Seed.Text(".txt", "hang")];

    public override void Try(string path)
    {
        while (File.ReadAllText(path) == "hang")
        {
        }
    }
}
