namespace LiveLandmarks.Output;

/// <summary>The protocols for sending faces.</summary>
public enum ReceiverProtocol
{
    /// <summary>The datagrams of OpenSeeFace's tracker: all faces, with landmarks, head pose, eyes, and features of brows and
    /// mouth.</summary>
    OpenSeeFace,

    /// <summary>Virtual Motion Capture protocol over OSC: one face, as a head that turns, eyes that blink, a mouth that opens, and ARKit's
    /// movements ("perfect sync").</summary>
    Vmc,

    /// <summary>The text of the iPhone app iFacialMocap: one face, as ARKit's movements, rotation and place of the head, and rotations of
    /// the eyes.</summary>
    IFacialMocap,

    /// <summary>The datagrams of the iPhone app Live Link Face: one face, as ARKit's movements and rotations of the head and the
    /// eyes.</summary>
    LiveLink,

    /// <summary>opentrack's "UDP over network": place and rotation of one head.</summary>
    Opentrack,

    /// <summary>VTube Studio's plug-in API over a WebSocket: one face, as VTube Studio's tracking parameters.</summary>
    VTubeStudio,

    /// <summary>The Lab Streaming Layer, where its library liblsl is installed: one face, as head pose, gaze, eyes, mouth and ARKit's
    /// movements.</summary>
    LabStreamingLayer,
}
