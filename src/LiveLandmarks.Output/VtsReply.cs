using System.Text.Json;

namespace LiveLandmarks.Output;

/// <summary>What matters in a reply of VTube Studio.</summary>
/// <param name="Error">The number of the error (ErrorID in VTube Studio's API); null when the request succeeded.</param>
/// <param name="Message">VTube Studio's text about an error, or about why a token is not valid.</param>
/// <param name="Token">The token that was asked for.</param>
/// <param name="Authenticated">Whether the session may send values.</param>
internal readonly record struct VtsReply(int? Error, string? Message, string? Token, bool Authenticated)
{
    /// <summary>The error when the user has switched off the API.</summary>
    public const int ApiIsOff = 1;

    /// <summary>The error of a session that is not authenticated.</summary>
    public const int NotAuthenticated = 8;

    /// <summary>The error when the user refused or withdrew the permission.</summary>
    public const int Denied = 50;

    /// <summary>Reads a reply; unknown fields are ignored.</summary>
    /// <param name="json">UTF-8.</param>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="InvalidOperationException">A field has the wrong type.</exception>
    public static VtsReply Read(ReadOnlySpan<byte> json)
    {
        var reply = default(VtsReply);
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            if (reader.ValueTextEquals("errorID"u8) && reader.Read())
                reply = reply with { Error = reader.GetInt32() };
            else if ((reader.ValueTextEquals("message"u8) || reader.ValueTextEquals("reason"u8)) && reader.Read())
                reply = reply with { Message = reader.GetString() };
            else if (reader.ValueTextEquals("authenticationToken"u8) && reader.Read())
                reply = reply with { Token = reader.GetString() };
            else if (reader.ValueTextEquals("authenticated"u8) && reader.Read())
                reply = reply with { Authenticated = reader.GetBoolean() };
        }
        return reply;
    }
}
