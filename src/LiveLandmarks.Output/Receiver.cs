using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Output;

/// <summary>A program that receives faces over UDP. The sender does not notice whether it runs and listens.</summary>
/// <param name="Protocol">The protocol that the program understands.</param>
/// <param name="Host">Name or address of its machine.</param>
/// <param name="Port">Its port, 1 to 65535.</param>
public sealed record Receiver(ReceiverProtocol Protocol, string Host, int Port)
{
    /// <summary>This machine.</summary>
    public const string DefaultHost = "127.0.0.1";

    private static readonly (string Name, ReceiverProtocol Protocol, int Port)[] Protocols =
        [("openseeface", ReceiverProtocol.OpenSeeFace, 11573), ("vmc", ReceiverProtocol.Vmc, 39539)];

    /// <summary>A receiver of OpenSeeFace's datagrams, such as VSeeFace.</summary>
    /// <param name="host">Name or address of its machine.</param>
    /// <param name="port">Its port.</param>
    public static Receiver OpenSeeFace(string host = DefaultHost, int port = 11573) => new(ReceiverProtocol.OpenSeeFace, host, port);

    /// <summary>A receiver of the Virtual Motion Capture protocol (a "Marionette").</summary>
    /// <param name="host">Name or address of its machine.</param>
    /// <param name="port">Its port.</param>
    public static Receiver Vmc(string host = DefaultHost, int port = 39539) => new(ReceiverProtocol.Vmc, host, port);

    /// <summary>Parses a receiver that a user typed.</summary>
    /// <param name="text"><c>openseeface</c> or <c>vmc</c>, alone or as <c>vmc://HOST</c> or <c>vmc://HOST:PORT</c>.</param>
    /// <exception cref="OutputException">The text has none of these forms; the message names them.</exception>
    public static Receiver Parse(string text)
    {
        var name = text.Split("://", 2)[0];
        var known = Protocols.FirstOrDefault(protocol => protocol.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (known.Name is null)
            throw new OutputException(
                $"{text}: no such protocol; the protocols are {string.Join(" and ", Protocols.Select(protocol => protocol.Name))}.");
        if (name.Length == text.Length)
            return new Receiver(known.Protocol, DefaultHost, known.Port);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Host.Length == 0 || address.Port == 0
            || address.PathAndQuery.Trim('/').Length > 0 || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            throw new OutputException(
                $"{text}: give {known.Name}://HOST:PORT with a port of 1 to 65535, such as {known.Name}://{DefaultHost}:{known.Port}.");
        }
        return new Receiver(known.Protocol, address.DnsSafeHost, address.Port < 0 ? known.Port : address.Port);
    }

    /// <summary>Opens a sink that sends to the receiver.</summary>
    /// <param name="log">Logs when datagrams cannot be sent, and when they can be sent again; null to log nothing.</param>
    /// <exception cref="OutputException">The host is unknown.</exception>
    public ITrackedFrameSink Open(ILogger? log = null) => Protocol switch
    {
        ReceiverProtocol.OpenSeeFace => new OpenSeeFaceSender(new DatagramSocket(this, log)),
        _ => new VmcSender(new DatagramSocket(this, log)),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Protocols[(int)Protocol].Name}://{(Host.Contains(':') ? $"[{Host}]" : Host)}:{Port}";
}

/// <summary>The protocols for sending faces.</summary>
public enum ReceiverProtocol
{
    /// <summary>The datagrams of OpenSeeFace's tracker: all faces, with landmarks, head pose and eyes.</summary>
    OpenSeeFace,

    /// <summary>Virtual Motion Capture protocol over OSC: one face, as a head that turns, eyes that blink and a mouth that opens.</summary>
    Vmc,
}
