using System.CommandLine;
using System.Net;
using LiveLandmarks.Commands;
using LiveLandmarks.Web;

namespace LiveLandmarks.Cli;

/// <summary><c>livelandmarks serve</c>: shows landmarks over the camera's picture in a browser.</summary>
internal sealed class ServeCommand
{
    private const string Localhost = "localhost";
    private const int ShortestToken = 16;

    private static readonly LandmarkServerOptions Defaults = new();

    private readonly Option<int> port = new("--port")
    {
        Description = "Port to listen on; 0 for any free port",
        DefaultValueFactory = _ => Defaults.Port,
        HelpName = "N",
    };

    private readonly Option<string> address = new("--address")
    {
        Description = "Address to listen on; any but a loopback address requires a token",
        DefaultValueFactory = _ => Defaults.Address.ToString(),
        HelpName = "IP",
    };

    private readonly Option<string?> token = new("--token")
        { Description = "Token that visitors must present [default: none on a loopback address, else a random one]", HelpName = "TEXT" };
    private readonly Option<string?> certificate = new("--certificate")
        { Description = "Certificate for https, with --key: browsers allow pages of other machines to use a camera only over https",
        HelpName = "FILE.pem" };
    private readonly Option<string?> key = new("--key") { Description = "The certificate's private key", HelpName = "FILE.pem" };

    private readonly Option<int> maxConnections = new("--max-connections")
    {
        Description = "Maximum number of visitors at once; they share the networks",
        DefaultValueFactory = _ => Defaults.MaxConnections,
        HelpName = "N",
    };

    private readonly Option<double> maxFps = new("--max-fps")
    {
        Description = "Maximum frames per second for one visitor",
        DefaultValueFactory = _ => Defaults.MaxFramesPerSecond,
        HelpName = "N",
    };

    private readonly TrackerArguments tracking = new();

    public static Command Create()
    {
        var self = new ServeCommand();
        var command = new Command("serve", "Serves a page that shows the landmarks over the browser's camera; Ctrl-C ends it.")
        {
            self.port, self.address, self.token, self.certificate, self.key, self.maxConnections, self.maxFps,
        };
        self.tracking.AddTo(command);
        self.AddValidators(command);
        command.SetAction(self.RunAsync);
        return command;
    }

    private void AddValidators(Command command)
    {
        Require(port, value => value is >= 0 and <= 65535, "--port must lie between 0 and 65535.");
        Require(maxConnections, value => value is >= 1 and <= 256, "--max-connections must lie between 1 and 256.");
        Require(maxFps, value => value is >= 1 and <= 240, "--max-fps must lie between 1 and 240.");
        Require(address, value => value == Localhost
            || IPAddress.TryParse(value, out _), "--address must be an IP address, such as 0.0.0.0 for all addresses of this machine.");
        Require(token, IsToken, $"--token must have at least {ShortestToken} letters and digits; - and _ are allowed, too.");
        command.Validators.Add(result =>
        {
            if (result.GetResult(certificate) is null != result.GetResult(key) is null)
                result.AddError("--certificate and --key go together.");
        });

        static void Require<T>(Option<T> option, Func<T?, bool> holds, string otherwise) => option.Validators.Add(result =>
        {
            if (!holds(result.GetValueOrDefault<T>()))
                result.AddError(otherwise);
        });

        static bool IsToken(string? value) => value is null
            || (value.Length >= ShortestToken && value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var name = parsed.GetRequiredValue(address);
        using var https = parsed.GetValue(certificate) is { } file ? CertificateFile.Read(file, parsed.GetRequiredValue(key)!) : null;
        var options = Defaults with
        {
            Address = name == Localhost ? IPAddress.Loopback : IPAddress.Parse(name),
            Port = parsed.GetValue(port),
            Token = parsed.GetValue(token),
            Certificate = https,
            MaxConnections = parsed.GetValue(maxConnections),
            MaxFramesPerSecond = parsed.GetValue(maxFps),
            Tracking = tracking.Read(parsed),
        };
        using var log = Log.Open(parsed);
        await using var server = new LandmarkServer(
            tracking.OpenNetworks(parsed, log), options, log.CreateLogger(Log.Tracking), tracking.OpenBlendshapes(parsed));
        await server.RunAsync(page => Announce(page, options), cancellation);
        return ExitCode.Interrupted;
    }

    private static void Announce(Uri page, LandmarkServerOptions options)
    {
        if (!IPAddress.IsLoopback(options.Address) && options.Certificate is null)
            Console.Error.WriteLine("over http, browsers allow only pages of their own machine to use a camera; give --certificate and " +
                "--key for visitors on other machines.");
        Console.Error.WriteLine($"open {page} in a browser; Ctrl-C ends it.");
    }
}
