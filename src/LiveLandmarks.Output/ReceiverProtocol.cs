namespace LiveLandmarks.Output;

/// <summary>The protocols for sending faces.</summary>
public enum ReceiverProtocol
{
    /// <summary>The datagrams of OpenSeeFace's tracker: all faces, with landmarks, head pose and eyes.</summary>
    OpenSeeFace,

    /// <summary>Virtual Motion Capture protocol over OSC: one face, as a head that turns, eyes that blink and a mouth that opens.</summary>
    Vmc,
}
