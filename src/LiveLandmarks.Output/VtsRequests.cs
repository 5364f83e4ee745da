using System.Buffers;
using System.Text.Json;

namespace LiveLandmarks.Output;

/// <summary>Writes the requests of VTube Studio's plug-in API 1.0 (github.com/DenchiSoft/VTubeStudio). Reuses its buffer; not
/// thread-safe.</summary>
internal sealed class VtsRequests : IDisposable
{
    /// <summary>The name that VTube Studio shows its user.</summary>
    public const string Plugin = "LiveLandmarks";

    private const string Developer = "The LiveLandmarks authors";

    private readonly ArrayBufferWriter<byte> buffer = new(4096);
    private readonly Utf8JsonWriter json;
    private readonly VtsParameters parameters = new();

    public VtsRequests() => json = new Utf8JsonWriter(buffer);

    /// <summary>Asks for a token; VTube Studio asks its user.</summary>
    /// <returns>The request as UTF-8, valid until the next call; so for all of them.</returns>
    public ReadOnlyMemory<byte> AskForToken()
    {
        Begin("AuthenticationTokenRequest"u8);
        WritePlugin();
        return End();
    }

    /// <summary>Authenticates the session.</summary>
    /// <param name="token">The token that VTube Studio gave.</param>
    public ReadOnlyMemory<byte> Authenticate(string token)
    {
        Begin("AuthenticationRequest"u8);
        WritePlugin();
        json.WriteString("authenticationToken"u8, token);
        return End();
    }

    /// <summary>Sets the tracking parameters.</summary>
    /// <param name="face">The face; null when there is none.</param>
    public ReadOnlyMemory<byte> Inject(TrackedFace? face)
    {
        Begin("InjectParameterDataRequest"u8);
        json.WriteBoolean("faceFound"u8, face is not null);
        json.WriteString("mode"u8, "set"u8);
        json.WriteStartArray("parameterValues"u8);
        parameters.Write(json, face);
        json.WriteEndArray();
        return End();
    }

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();

    private void Begin(ReadOnlySpan<byte> type)
    {
        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WriteString("apiName"u8, "VTubeStudioPublicAPI"u8);
        json.WriteString("apiVersion"u8, "1.0"u8);
        json.WriteString("requestID"u8, Plugin);
        json.WriteString("messageType"u8, type);
        json.WriteStartObject("data"u8);
    }

    private void WritePlugin()
    {
        json.WriteString("pluginName"u8, Plugin);
        json.WriteString("pluginDeveloper"u8, Developer);
    }

    private ReadOnlyMemory<byte> End()
    {
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
