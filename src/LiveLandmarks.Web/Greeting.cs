using System.Text.Json;

namespace LiveLandmarks.Web;

/// <summary>
/// The first message to a visitor: <c>scheme</c>, <c>groups</c> (each with <c>name</c>, <c>feature</c>, <c>first</c>, <c>count</c>,
/// <c>closed</c>), <c>maxSide</c> (pixels), <c>maxBytes</c>, <c>maxFramesPerSecond</c>. Unlike answers, it has no field <c>frame</c>.
/// </summary>
internal static class Greeting
{
    /// <summary>Composes the greeting as JSON.</summary>
    public static byte[] Compose(LandmarkScheme scheme, LandmarkServerOptions options) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Scheme = scheme.Name,
            Groups = scheme.Groups.Select(group => new
            {
                group.Name,
                Feature = JsonNamingPolicy.CamelCase.ConvertName(group.Feature.ToString()),
                group.First,
                group.Count,
                group.Closed,
            }),
            options.MaxSide,
            MaxBytes = options.MaxMessageBytes,
            options.MaxFramesPerSecond,
        },
        JsonSerializerOptions.Web);
}
