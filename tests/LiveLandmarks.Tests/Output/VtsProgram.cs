using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LiveLandmarks.Tests.Output;

/// <summary>
/// Answers like VTube Studio's plug-in API, by its description on github.com/DenchiSoft/VTubeStudio: over a WebSocket, with its error
/// numbers, and as strictly.
/// </summary>
internal sealed class VtsProgram : IDisposable
{
    private const int RequiresAuthentication = 8;
    private const int Denied = 50;
    private const int NoData = 450;
    private const int NoSuchParameter = 453;

    private static readonly HashSet<string> Parameters =
    [
        "FacePositionX", "FacePositionY", "FacePositionZ", "FaceAngleX", "FaceAngleY", "FaceAngleZ", "MouthSmile", "MouthOpen", "Brows",
        "TongueOut", "EyeOpenLeft", "EyeOpenRight", "EyeLeftX", "EyeLeftY", "EyeRightX", "EyeRightY", "CheekPuff", "BrowLeftY",
        "BrowRightY", "MouthX", "FaceAngry",
    ];

    private readonly HttpListener listener = new();
    private readonly ConcurrentBag<WebSocket> sockets = [];

    public VtsProgram(int port)
    {
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Whether the user allows the plug-in.</summary>
    public bool Allows { get; set; } = true;

    /// <summary>How long an answer takes.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>The number of answers that are not JSON, at first.</summary>
    public int Broken { get; set; }

    /// <summary>The token that is valid; null before the first, and when the user has withdrawn it.</summary>
    public string? Token { get; set; }

    /// <summary>The kinds of requests other than values, in the order in which they came.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>The data of the requests with values.</summary>
    public BlockingCollection<JsonObject> Values { get; } = [];

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        foreach (var socket in sockets)
            socket.Abort();
        listener.Close();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                var socket = (await context.AcceptWebSocketAsync(null)).WebSocket;
                sockets.Add(socket);
                _ = ServeAsync(socket);
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task ServeAsync(WebSocket socket)
    {
        var (authenticated, buffer) = (false, new byte[65536]);
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer, default);
                if (part.MessageType != WebSocketMessageType.Text || !part.EndOfMessage)
                    return;
                var request = JsonNode.Parse(buffer.AsSpan(0, part.Count))!.AsObject();
                var type = (string)request["messageType"]!;
                var (kind, data) = Answer(type, Check(request), ref authenticated);
                await Task.Delay(Delay);
                var answer = new JsonObject
                {
                    ["apiName"] = "VTubeStudioPublicAPI", ["apiVersion"] = "1.0", ["timestamp"] = 1625405710728, ["messageType"] = kind,
                    ["requestID"] = (string)request["requestID"]!, ["data"] = data,
                };
                var bytes = Broken-- > 0 ? "{"u8.ToArray() : JsonSerializer.SerializeToUtf8Bytes(answer);
                await socket.SendAsync(bytes, WebSocketMessageType.Text, true, default);
            }
        }
        catch (Exception e) when (e is WebSocketException or HttpListenerException or ObjectDisposedException or IOException)
        {
            // The other side is gone.
        }
    }

    private (string Kind, JsonObject Data) Answer(string type, JsonObject data, ref bool authenticated)
    {
        switch (type)
        {
            case "AuthenticationTokenRequest":
                Asked.Enqueue(type);
                if (!Allows)
                    return Error(Denied, "User has denied API access for your plugin.");
                Token = Guid.NewGuid().ToString();
                return ("AuthenticationTokenResponse", new JsonObject { ["authenticationToken"] = Token });
            case "AuthenticationRequest":
                Asked.Enqueue(type);
                authenticated = Token is not null && (string)data["authenticationToken"]! == Token;
                return ("AuthenticationResponse", new JsonObject { ["authenticated"] = authenticated, ["reason"] = "…" });
            case "InjectParameterDataRequest" when !authenticated:
                return Error(RequiresAuthentication, "This request requires authentication.");
            case "InjectParameterDataRequest":
                var values = data["parameterValues"]!.AsArray();
                if (values.Count == 0)
                    return Error(NoData, "No data provided.");
                if (values.Any(value => !Parameters.Contains((string)value!["id"]!)))
                    return Error(NoSuchParameter, "Parameter not found.");
                Values.Add(data);
                return ("InjectParameterDataResponse", []);
            default:
                return Error(7, "Request type unknown.");
        }
    }

    private static JsonObject Check(JsonObject request)
    {
        Assert.Equal(("VTubeStudioPublicAPI", "1.0"), ((string)request["apiName"]!, (string)request["apiVersion"]!));
        Assert.InRange(((string)request["requestID"]!).Length, 1, 64);
        var data = request["data"]!.AsObject();
        if (data.ContainsKey("pluginName"))
        {
            Assert.InRange(((string)data["pluginName"]!).Length, 3, 32);
            Assert.InRange(((string)data["pluginDeveloper"]!).Length, 3, 32);
        }
        return data;
    }

    private static (string, JsonObject) Error(int id, string message) =>
        ("APIError", new JsonObject { ["errorID"] = id, ["message"] = message });
}
