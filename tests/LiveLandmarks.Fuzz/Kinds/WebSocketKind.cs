using System.Buffers.Binary;
using System.Net.WebSockets;
using LiveLandmarks.Detection;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Web;
using OpenCvSharp;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>
/// Messages that a client sends to the server. In the file, each has one byte for its type, four for its length, and its bytes. The server
/// must answer each message or close the connection with a reason, and must serve the next client.
/// </summary>
internal sealed class WebSocketKind() : InputKind("websocket")
{
    private const int MaxMessages = 5;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private LandmarkServer? server;

    public override IReadOnlyList<Seed> Seeds()
    {
        using var picture = TestPicture.Make(64, 48);
        Cv2.ImEncode(".jpg", picture, out var jpeg);
        Cv2.ImEncode(".png", picture, out var png);
        return
        [
            new Seed(".messages", [.. Message(1, 10, jpeg), .. Message(2, 43, jpeg)]),
            new Seed(".messages", [.. Message(5, 0.5, jpeg), .. Framed(1, "hello"u8.ToArray())]),
            new Seed(".messages", Message(uint.MaxValue, 1e9, png)),
        ];
    }

    public override void Try(string path) => TryAsync(File.ReadAllBytes(path)).GetAwaiter().GetResult();

    public override void Dispose()
    {
        server?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        base.Dispose();
    }

    private async Task TryAsync(byte[] input)
    {
        server ??= await StartAsync();
        using var limit = new CancellationTokenSource(Limit);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "/landmarks" }.Uri, limit.Token);
        if (!await ReceiveAsync(socket, limit.Token))
            throw new WrongResultException("no greeting from the server");
        foreach (var (type, message) in Messages(input))
        {
            await socket.SendAsync(message, type, endOfMessage: true, limit.Token);
            try
            {
                if (await ReceiveAsync(socket, limit.Token))
                    continue;
            }
            catch (WebSocketException) when (type == WebSocketMessageType.Text)
            {
                // Text that is not UTF-8 is refused by .NET's own sockets, which close the connection.
                return;
            }
            if (type == WebSocketMessageType.Text)
                return;
            if (socket.CloseStatus is not { } status || status == WebSocketCloseStatus.InternalServerError
                || string.IsNullOrEmpty(socket.CloseStatusDescription))
                throw new WrongResultException($"closed with {socket.CloseStatus}: {socket.CloseStatusDescription}");
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", limit.Token);
            return;
        }
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", limit.Token);
    }

    private static async Task<bool> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        WebSocketReceiveResult part;
        do
            part = await socket.ReceiveAsync(buffer, cancellation);
        while (!part.EndOfMessage);
        return part.MessageType == WebSocketMessageType.Text;
    }

    private static IEnumerable<(WebSocketMessageType Type, byte[] Message)> Messages(byte[] input)
    {
        var rest = input;
        for (var i = 0; i < MaxMessages && rest.Length >= 5; i++)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(rest.AsSpan(1)), rest.Length - 5);
            yield return (rest[0] == 1 ? WebSocketMessageType.Text : WebSocketMessageType.Binary, rest[5..(5 + length)]);
            rest = rest[(5 + length)..];
        }
    }

    private static byte[] Message(uint number, double milliseconds, byte[] picture) =>
        Framed(0, [.. "LLF1"u8, .. BitConverter.GetBytes(number), .. BitConverter.GetBytes(milliseconds), .. picture]);

    private static byte[] Framed(byte type, byte[] message) => [type, .. BitConverter.GetBytes(message.Length), .. message];

    private static async Task<LandmarkServer> StartAsync()
    {
        var catalog = ModelCatalog.Open(Tests.Repository.Models);
        var locator = new FaceLocator(
            new HeatmapFaceDetector(catalog.Load(ModelKind.Detector), NetworkRun.Options),
            new LandmarkNetwork(catalog.Load(ModelKind.Landmarks), NetworkRun.Options));
        var started = new LandmarkServer(locator, new LandmarkServerOptions { Port = 0, MaxFramesPerSecond = 1000, MaxSide = 640 });
        await started.StartAsync();
        return started;
    }
}
