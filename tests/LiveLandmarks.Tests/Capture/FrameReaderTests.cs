using LiveLandmarks.Capture;

namespace LiveLandmarks.Tests.Capture;

public sealed class FrameReaderTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_name_of_a_picture_opens_a_picture()
    {
        using var reader = Assert.IsType<ImageReader>(FrameReader.Open(Repository.Media("astronaut.png")));
        Assert.Equal((Repository.Media("astronaut.png"), 1L), (reader.Info.Name, reader.Info.FrameCount));
    }

    [Fact]
    public void A_folder_opens_its_pictures()
    {
        File.Copy(Repository.Media("astronaut.png"), folder.File("one.png"));
        File.Copy(Repository.Media("astronaut.png"), folder.File("two.png"));
        using var reader = Assert.IsType<ImageReader>(FrameReader.Open(folder.Path));
        Assert.Equal(2, reader.Info.FrameCount);
    }

    [Fact]
    public void Any_other_file_opens_as_a_video()
    {
        using var reader = FrameReader.Open(Repository.Media("collins.mp4"));
        Assert.Equal(240, reader.Info.FrameCount);
        var error = Assert.Throws<InputException>(() => FrameReader.Open(folder.File("missing.mov")));
        Assert.Contains("no such file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_opens_a_camera()
    {
        var error = Assert.Throws<InputException>(() => FrameReader.Open("97"));
        Assert.StartsWith("camera 97: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_opens_a_network_stream()
    {
        var error = Assert.Throws<InputException>(() => FrameReader.Open("http://127.0.0.1:9/face.png"));
        Assert.Contains("no video stream", error.Message, StringComparison.Ordinal);
    }
}
