namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>A test of the harness: has every outcome that comes quickly, so that a fault which the harness misses is noticed.</summary>
internal sealed class ProvingKind() : InputKind(KindName)
{
    public const string KindName = "proving";

    public override IReadOnlyList<Seed> Seeds() => [.. "aroxtp".Select(letter => Seed.Text(".txt", letter.ToString()))];

    public override void Try(string path)
    {
        switch (File.ReadAllText(path))
        {
            case "a":
                return;
            case "r":
                throw new InputException($"{path}: refused.");
            case "o":
                throw new FormatException("another exception");
            case "x":
                Environment.FailFast("a crash");
                break;
            case "t":
                new Thread(() => throw new FormatException("on a thread")).Start();
                Thread.Sleep(Timeout.Infinite);
                break;
            case "p":
                throw new WrongResultException("not what is promised");
            default:
                throw new FormatException("something else");
        }
    }
}
