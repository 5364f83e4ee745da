using System.Net.WebSockets;
using LiveLandmarks.Web;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Web;

public sealed class BadMessageTests : IAsyncLifetime
{
    private const int MaxBytes = 100_000;

    private RunningServer server = null!;

    public async Task InitializeAsync() =>
        server = await RunningServer.StartAsync(new LandmarkServerOptions { MaxMessageBytes = MaxBytes, MaxSide = 800 });

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public Task A_text_message_closes_with_1003() =>
        ShouldClose(1003, "binary", visitor => visitor.SendAsync([.. "hello"u8], WebSocketMessageType.Text));

    [Fact]
    public Task An_empty_message_closes_with_1002() => ShouldClose(1002, "LLF1", []);

    [Fact]
    public Task A_header_alone_closes_with_1002() => ShouldClose(1002, "LLF1", Visitor.Message(1, 1, []));

    [Fact]
    public Task A_wrong_signature_closes_with_1002() => ShouldClose(1002, "LLF1", Pictures.Grey(64, 48));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1.0)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    public Task An_invalid_time_closes_with_1002(double time) =>
        ShouldClose(1002, "milliseconds", Visitor.Message(1, time, Pictures.Grey(64, 48)));

    [Theory]
    [InlineData(2u, 50.0)]
    [InlineData(3u, 40.0)]
    public Task A_non_increasing_number_or_time_closes_with_1002(uint number, double time) => ShouldClose(1002, "greater", async visitor =>
    {
        await visitor.AskAsync(2, 40, Pictures.Grey(64, 48));
        await visitor.SendAsync(Visitor.Message(number, time, Pictures.Grey(64, 48)));
    });

    [Fact]
    public Task A_picture_of_another_format_closes_with_1007()
    {
        using var image = new Mat(48, 64, MatType.CV_8UC3, Scalar.All(9));
        Cv2.ImEncode(".png", image, out var png);
        return ShouldClose(1007, "JPEG", Visitor.Message(1, 1, png));
    }

    [Fact]
    public Task A_picture_without_its_data_closes_with_1007() =>
        ShouldClose(1007, "JPEG", Visitor.Message(1, 1, Pictures.Grey(64, 48)[..60]));

    [Fact]
    public Task A_picture_that_is_too_wide_closes_with_1009_before_it_is_decoded()
    {
        var jpeg = Pictures.Grey(64, 48);
        var frame = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        (jpeg[frame + 7], jpeg[frame + 8]) = (0xFF, 0xFF);
        return ShouldClose(1009, "800 pixels", Visitor.Message(1, 1, jpeg));
    }

    [Fact]
    public Task A_message_that_is_too_long_closes_with_1009() =>
        ShouldClose(1009, $"{MaxBytes} bytes", Visitor.Message(1, 1, new byte[8 * MaxBytes]));

    private Task ShouldClose(int code, string naming, byte[] message) => ShouldClose(code, naming, visitor => visitor.SendAsync(message));

    /// <summary>Asserts that the connection closes with a code and a reason, and that the connection of a bystander continues.</summary>
    private async Task ShouldClose(int code, string naming, Func<Visitor, Task> misbehave)
    {
        using var bystander = await server.WelcomeAsync();
        using var visitor = await server.WelcomeAsync();
        await misbehave(visitor);
        Assert.Null(await visitor.ReceiveAsync());
        Assert.Equal(code, visitor.CloseCode);
        Assert.Contains(naming, visitor.CloseReason, StringComparison.Ordinal);
        await bystander.AskAsync(1, 1, Pictures.Grey(64, 48));
    }
}
