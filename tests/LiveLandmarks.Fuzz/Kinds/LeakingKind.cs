namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>A test of the harness: leaks memory at every input.</summary>
internal sealed class LeakingKind() : InputKind(KindName)
{
    public const string KindName = "losing";

    private const int LostEach = 1 << 18;

    private readonly List<byte[]> lost = [];

    public override IReadOnlyList<Seed> Seeds() => [Seed.Text(".txt", "1")];

    public override void Try(string path)
    {
        lost.Add(new byte[LostEach]);
        lost[^1].AsSpan().Fill(1);
    }
}
