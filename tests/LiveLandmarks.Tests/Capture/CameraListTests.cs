using LiveLandmarks.Capture;

namespace LiveLandmarks.Tests.Capture;

public sealed class CameraListTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Linux_cameras_are_listed_by_name_without_their_metadata_nodes()
    {
        Node("video0", "0", "Integrated Camera: Integrated C", "1-8:1.0");
        Node("video1", "1", "Integrated Camera: Integrated C", "1-8:1.0");
        Node("video10", "0", "HD Pro Webcam C920", "1-2:1.0");
        Node("v4l-touch0", "0", "touch", "1-9");
        Assert.Equal(
            [new CameraInfo(0, "Integrated Camera: Integrated C", "../1-8:1.0"), new CameraInfo(10, "HD Pro Webcam C920", "../1-2:1.0")],
            CameraList.ReadLinux(folder.Path));
        Assert.Empty(CameraList.ReadLinux(folder.File("none")));
    }

    [Theory]
    [InlineData("c920", 10)]
    [InlineData("Integrated", 0)]
    public void A_part_of_the_name_is_enough(string name, int index) => Assert.Equal(index, CameraList.Find(name, Two).Index);

    [Theory]
    [InlineData("Logitech", "not found")]
    [InlineData("a", "several")]
    public void A_name_that_matches_no_camera_or_several_is_refused_with_the_list(string name, string reason)
    {
        var message = Assert.Throws<InputException>(() => CameraList.Find(name, Two)).Message;
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.Contains("10 (HD Pro Webcam C920)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_camera_is_found_again_under_another_number()
    {
        CameraInfo before = new(0, "C920", "1-2");
        Assert.Equal(2, CameraList.Again(before, [new(0, "Other", "1-1"), new(2, "C920", "1-2"), new(3, "C920", "1-5")]));
        Assert.Equal(4, CameraList.Again(before, [new(4, "C920", "1-7")]));
        Assert.Throws<InputException>(() => CameraList.Again(before, [new(0, "Other", "1-1")]));
        Assert.Throws<InputException>(() => CameraList.Again(before, [new(4, "C920", "1-7"), new(5, "C920", "1-8")]));
        Assert.Equal(1, CameraList.Again(new CameraInfo(1, "camera 1", ""), []));
    }

    private static readonly CameraInfo[] Two = [new(0, "Integrated Camera", "1-8"), new(10, "HD Pro Webcam C920", "1-2")];

    private void Node(string node, string index, string name, string place)
    {
        folder.Write($"{node}/index", $"{index}\n");
        folder.Write($"{node}/name", $"{name}\n");
        File.CreateSymbolicLink(folder.File($"{node}/device"), $"../{place}");
    }
}
