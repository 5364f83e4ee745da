using LiveLandmarks.Ffmpeg;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Ffmpeg;

public class MatroskaReaderTests
{
    private const int Width = 8, Height = 6, Pictures = 3;

    [Fact]
    public void The_output_of_the_writer_is_read()
    {
        var (sizes, times) = Read(Stream());
        Assert.Equal(Enumerable.Repeat(3L * Width * Height, Pictures), sizes);
        Assert.Equal([0, 0.04, 0.08], times);
    }

    /// <summary>An element whose stated length exceeds any file; reading it byte by byte would never end.</summary>
    [Theory]
    [InlineData(0x2A, 0xD7, 0xB1)]
    [InlineData(0xB0)]
    [InlineData(0xE7)]
    public void A_number_of_absurd_length_is_refused(params int[] id)
    {
        byte[] stream = [.. id.Select(part => (byte)part), 0x01, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];
        Assert.Throws<InvalidDataException>(() => Read(stream));
    }

    [Theory]
    [InlineData(0x83)]
    [InlineData(0xFF)]
    public void A_block_shorter_than_its_header_is_refused(int length) =>
        Assert.Throws<InvalidDataException>(() => Read([0xA3, (byte)length, 0x81, 0, 0, 0x80, 0, 0, 0, 0]));

    [Fact]
    public void A_stream_cut_off_anywhere_reports_an_early_end()
    {
        var whole = Stream();
        for (var length = 1; length < whole.Length; length++)
        {
            // A cut between two elements only gives a shorter stream.
            if (Record.Exception(() => Read(whole[..length])) is { } error)
                Assert.IsType<EndOfStreamException>(error);
        }
    }

    private static byte[] Stream()
    {
        using var stream = new MemoryStream();
        using var picture = new Mat(Height, Width, MatType.CV_8UC3, Scalar.All(9));
        var writer = new MatroskaWriter(stream, picture.Size(), 25);
        for (var i = 0; i < Pictures; i++)
            writer.Write(picture, TimeSpan.FromSeconds(i / 25.0));
        return stream.ToArray();
    }

    private static (List<long> Sizes, List<double> Times) Read(byte[] stream)
    {
        using var input = new BufferedStream(new MemoryStream(stream));
        var reader = new MatroskaReader(input);
        List<long> sizes = [];
        List<double> times = [];
        while (reader.Next(out var time, out var size))
        {
            sizes.Add(size);
            times.Add(time.TotalSeconds);
        }
        return (sizes, times);
    }
}
