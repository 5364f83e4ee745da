using LiveLandmarks.Ffmpeg;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>Matroska streams with raw video, as ffmpeg sends pictures.</summary>
internal sealed class MatroskaKind() : InputKind("matroska")
{
    private const int Width = 8, Height = 6;

    public override IReadOnlyList<Seed> Seeds()
    {
        using var stream = new MemoryStream();
        using var picture = TestPicture.Make(Width, Height);
        var writer = new MatroskaWriter(stream, picture.Size(), 25);
        for (var i = 0; i < 4; i++)
            writer.Write(picture, TimeSpan.FromSeconds(i / 25.0));
        return [new Seed(".mkv", stream.ToArray())];
    }

    public override bool IsDocumented(Exception failure) => failure is IOException or InvalidDataException;

    public override void Try(string path)
    {
        using var stream = new BufferedStream(File.OpenRead(path), 4096);
        var reader = new MatroskaReader(stream);
        var part = new byte[3 * Width * Height];
        while (reader.Next(out _, out var size))
        {
            if (size < 0 || reader.Width < 0 || reader.Height < 0)
                throw new WrongResultException($"a picture of {size} bytes, {reader.Width}×{reader.Height}");
            reader.Read(part.AsSpan(0, (int)Math.Min(size, part.Length)));
        }
    }
}
