using LiveLandmarks.Tests.Output;

namespace LiveLandmarks.Tests.Cli;

public sealed class SendTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_video_is_sent_to_two_programs_and_written_to_a_table()
    {
        using var openSeeFace = new UdpListener();
        using var vmc = new UdpListener();
        var end = CommandRun.Of(
            "video", Repository.Media("collins.mp4"), "--csv", folder.File("o.csv"),
            "--send", $"openseeface://127.0.0.1:{openSeeFace.Port}", "--send", $"vmc://127.0.0.1:{vmc.Port}");
        var (packets, bundles) = (openSeeFace.CollectAsync(end), vmc.CollectAsync(end));
        (await end).ShouldSucceed();

        var table = new CsvTable(folder.File("o.csv"));
        Assert.Equal(240, table.Count);
        Assert.InRange(Enumerable.Range(0, 240).Count(row => table[row, "success"] == 1), 200, 240);

        // A busy system may drop datagrams; those that arrive are in the order of the clip's frames.
        var (row, turned) = (0, 0);
        var faces = (await packets).Select(packet => Assert.Single(OpenSeeFaceData.FacesIn(packet))).ToList();
        Assert.InRange(faces.Count, 100, 240);
        foreach (var face in faces)
        {
            while (Math.Abs(table[row, "x_30"] - face.Points[30].X) > 0.01 || Math.Abs(table[row, "y_30"] - face.Points[30].Y) > 0.01)
                row++;
            Assert.Equal(0, face.Id);
            // Both are yaw angles of the same head, positive to the person's right.
            if (Math.Abs(table[row, "pose_Ry"]) < 0.15)
                continue;
            turned++;
            Assert.Equal(table[row, "pose_Ry"], float.DegreesToRadians(face.RawEuler.Y), 0.1);
        }
        Assert.True(turned > 0);

        // With all movements, the messages of a frame take two datagrams; the last message has the time.
        string[] messages = [.. (await bundles).SelectMany(OscMessage.InBundle).Select(message => message.Address)];
        Assert.InRange(messages.Count(address => address == "/VMC/Ext/T"), 100, 240);
        Assert.InRange(messages.Count(address => address == "/VMC/Ext/Bone/Pos"), 100, 240);
        Assert.InRange(messages.Count(address => address == "/VMC/Ext/Blend/Apply"), 100, 240);
        Assert.Equal("/VMC/Ext/T", messages[^1]);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_gives_exit_code_4() =>
        (await CommandRun.Of("video", Repository.Media("collins.mp4"), "--send", "vmc://no-such-host.invalid"))
            .ShouldFail(4, "vmc://no-such-host.invalid");

    [Theory]
    [InlineData("--send", "--send", "freed")]
    [InlineData("port of 1 to 65535", "--send", "vmc://127.0.0.1:99999")]
    [InlineData("standard output", "--json", "-", "--csv", "-")]
    public async Task Invalid_receivers_give_exit_code_2(string naming, params string[] arguments)
    {
        (await CommandRun.Of(["video", "in.mp4", .. arguments])).ShouldFail(2, naming);
        (await CommandRun.Of(["live", "--headless", .. arguments])).ShouldFail(2, naming);
    }
}
