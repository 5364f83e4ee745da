using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using LiveLandmarks.Capture;

namespace LiveLandmarks.Cli;

/// <summary>The options for cameras and network streams.</summary>
internal sealed class CaptureArguments
{
    private static readonly Dictionary<string, CameraBackend> Backends = Enum.GetValues<CameraBackend>()
        .ToDictionary(value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    private readonly Option<string?> size = new("--size") { Description = "Size to request from a camera", HelpName = "WxH" };
    private readonly Option<double?> rate = new("--fps") { Description = "Frame rate to request from a camera", HelpName = "N" };
    private readonly Option<string?> pixelFormat = new("--pixel-format")
        { Description = "Pixel format to request from a camera; MJPG makes many cameras faster", HelpName = "CODE" };
    private readonly Option<string> backend = new Option<string>("--backend")
    {
        Description = "System interface to cameras",
        DefaultValueFactory = _ => "auto",
    }.AcceptOnlyFromAmong([.. Backends.Keys]);

    private readonly Option<int> rotate = new Option<int>("--rotate")
        { Description = "Rotate pictures clockwise by this many degrees" }.AcceptOnlyFromAmong("0", "90", "180", "270");
    private readonly Option<bool> mirror = new("--mirror") { Description = "Mirror pictures, as people expect of their own image" };
    private readonly Option<bool> noReconnect = new("--no-reconnect")
        { Description = "Stop when a camera or stream is lost, instead of waiting up to 30 s for it" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        size.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } given && ParseSize(given) is null)
                result.AddError($"--size must be like 1280x720, not '{given}'.");
        });
        rate.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && double.TryParse(token.Value, CultureInfo.InvariantCulture, out var given)
                && !(given > 0 && given <= 1000))
                result.AddError("--fps must be above 0 and at most 1000.");
        });
        pixelFormat.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { Length: not 4 } given)
                result.AddError($"--pixel-format must have four characters, such as MJPG, not '{given}'.");
        });
        foreach (Option option in (Option[])[size, rate, pixelFormat, backend, rotate, mirror, noReconnect])
            command.Add(option);
    }

    /// <summary>The options given.</summary>
    public CaptureOptions Read(ParseResult parsed)
    {
        var asked = parsed.GetValue(size) is { } given ? ParseSize(given) : null;
        return new CaptureOptions
        {
            Width = asked?.Width,
            Height = asked?.Height,
            FramesPerSecond = parsed.GetValue(rate),
            PixelFormat = parsed.GetValue(pixelFormat),
            Backend = Backends[parsed.GetRequiredValue(backend)],
            QuarterTurns = parsed.GetValue(rotate) / 90,
            Mirror = parsed.GetValue(mirror),
            Reconnect = parsed.GetValue(noReconnect) ? null : new ReconnectOptions(),
        };
    }

    private static (int Width, int Height)? ParseSize(string text) =>
        text.Split('x') is [var w, var h]
        && int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width is > 0 and <= 16384
        && int.TryParse(h, NumberStyles.None, CultureInfo.InvariantCulture, out var height) && height is > 0 and <= 16384
            ? (width, height)
            : null;
}
