using Microsoft.Extensions.Logging;

namespace LiveLandmarks.Output;

/// <summary>A program that receives faces. The sender works the same whether or not it runs and listens.</summary>
/// <param name="Protocol">The protocol that the program understands.</param>
/// <param name="Host">Name or address of its machine; for the Lab Streaming Layer, the name of the stream.</param>
/// <param name="Port">Its port, 1 to 65535; 0 for the Lab Streaming Layer, whose receivers find the stream.</param>
public sealed record Receiver(ReceiverProtocol Protocol, string Host, int Port)
{
    /// <summary>This machine.</summary>
    public const string DefaultHost = "127.0.0.1";

    private const string DefaultStream = "LiveLandmarks";

    // In the order of the enum.
    private static readonly (string Name, int Port)[] Protocols =
        [("openseeface", 11573), ("vmc", 39539), ("ifacialmocap", 49983), ("livelink", 11111), ("opentrack", 4242), ("vts", 8001),
            ("lsl", 0)];

    /// <summary>A receiver of OpenSeeFace's datagrams, such as VSeeFace.</summary>
    /// <param name="host">Name or address of its machine.</param>
    /// <param name="port">Its port.</param>
    public static Receiver OpenSeeFace(string host = DefaultHost, int port = 11573) => new(ReceiverProtocol.OpenSeeFace, host, port);

    /// <summary>A receiver of the Virtual Motion Capture protocol (a "Marionette").</summary>
    /// <param name="host">Name or address of its machine.</param>
    /// <param name="port">Its port.</param>
    public static Receiver Vmc(string host = DefaultHost, int port = 39539) => new(ReceiverProtocol.Vmc, host, port);

    /// <summary>A receiver of the text of the iPhone app iFacialMocap.</summary>
    /// <param name="host">Name or address of its machine.</param>
    /// <param name="port">Its port.</param>
    public static Receiver IFacialMocap(string host = DefaultHost, int port = 49983) => new(ReceiverProtocol.IFacialMocap, host, port);

    /// <summary>A receiver of the datagrams of the iPhone app Live Link Face, such as Unreal Engine.</summary>
    /// <param name="host">Name or address of its machine.</param>
    /// <param name="port">Its port.</param>
    public static Receiver LiveLink(string host = DefaultHost, int port = 11111) => new(ReceiverProtocol.LiveLink, host, port);

    /// <summary>opentrack, with "UDP over network" as its input.</summary>
    /// <param name="host">Name or address of its machine.</param>
    /// <param name="port">Its port.</param>
    public static Receiver Opentrack(string host = DefaultHost, int port = 4242) => new(ReceiverProtocol.Opentrack, host, port);

    /// <summary>VTube Studio, which asks its user once whether to accept the faces.</summary>
    /// <param name="host">Name or address of its machine.</param>
    /// <param name="port">The port of its plug-in API.</param>
    public static Receiver VTubeStudio(string host = DefaultHost, int port = 8001) => new(ReceiverProtocol.VTubeStudio, host, port);

    /// <summary>All receivers of a stream of the Lab Streaming Layer.</summary>
    /// <param name="stream">The stream's name: letters, digits, and <c>. _ -</c>.</param>
    public static Receiver LabStreamingLayer(string stream = DefaultStream) => new(ReceiverProtocol.LabStreamingLayer, stream, 0);

    /// <summary>Parses a receiver that a user typed.</summary>
    /// <param name="text"><c>openseeface</c>, <c>vmc</c>, <c>ifacialmocap</c>, <c>livelink</c>, <c>opentrack</c> or <c>vts</c>, alone or
    /// as <c>vmc://HOST</c> or <c>vmc://HOST:PORT</c>; or <c>lsl</c> or <c>lsl://NAME</c>.</param>
    /// <exception cref="OutputException">The text has none of these forms; the message names them.</exception>
    public static Receiver Parse(string text)
    {
        var name = text.Split("://", 2)[0];
        var index = Array.FindIndex(Protocols, protocol => protocol.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
        {
            var names = Protocols.Select(protocol => protocol.Name).ToArray();
            throw new OutputException(
                $"{text}: no such protocol; the protocols are {string.Join(", ", names[..^1])} and {names[^1]}.");
        }
        var (known, port) = Protocols[index];
        if (index == (int)ReceiverProtocol.LabStreamingLayer)
            return ParseStream(text, name);
        if (name.Length == text.Length)
            return new Receiver((ReceiverProtocol)index, DefaultHost, port);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Host.Length == 0 || address.Port == 0
            || address.PathAndQuery.Trim('/').Length > 0 || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            throw new OutputException(
                $"{text}: give {known}://HOST:PORT with a port of 1 to 65535, such as {known}://{DefaultHost}:{port}.");
        }
        return new Receiver((ReceiverProtocol)index, address.DnsSafeHost, address.Port < 0 ? port : address.Port);
    }

    /// <summary>Opens a sink that sends to the receiver.</summary>
    /// <param name="log">Logs when nothing can be sent, and when it can be sent again; null to log nothing.</param>
    /// <exception cref="OutputException">The host is unknown, or the protocol needs a library that is not installed.</exception>
    public ITrackedFrameSink Open(ILogger? log = null) => Protocol switch
    {
        ReceiverProtocol.OpenSeeFace => new OpenSeeFaceSender(new DatagramSocket(this, log)),
        ReceiverProtocol.Vmc => new VmcSender(new DatagramSocket(this, log)),
        ReceiverProtocol.IFacialMocap => new IFacialMocapSender(new DatagramSocket(this, log)),
        ReceiverProtocol.LiveLink => new LiveLinkSender(new DatagramSocket(this, log)),
        ReceiverProtocol.Opentrack => new OpentrackSender(new DatagramSocket(this, log)),
        ReceiverProtocol.LabStreamingLayer => new LslSender(Host),
        _ => new VtsSender(this, log, VtsToken.DefaultFolder),
    };

    /// <inheritdoc/>
    public override string ToString() => Protocol == ReceiverProtocol.LabStreamingLayer
        ? $"{Protocols[(int)Protocol].Name}://{Host}"
        : $"{Protocols[(int)Protocol].Name}://{(Host.Contains(':') ? $"[{Host}]" : Host)}:{Port}";

    private static Receiver ParseStream(string text, string protocol)
    {
        if (text.Length == protocol.Length)
            return LabStreamingLayer();
        var stream = text[(protocol.Length + "://".Length)..];
        return stream.Length > 0 && stream.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '-')
            ? LabStreamingLayer(stream)
            : throw new OutputException($"{text}: give lsl or lsl://NAME with the name of the stream: letters, digits, and . _ -");
    }
}
