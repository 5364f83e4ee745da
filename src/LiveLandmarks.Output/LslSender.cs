using LiveLandmarks.Pipeline;

namespace LiveLandmarks.Output;

/// <summary>
/// Streams the face with the lowest id in view with the Lab Streaming Layer: one sample per frame, with the time at which the frame was
/// read. Receivers on the network find the stream by its name. Thread-safe.
/// </summary>
internal sealed class LslSender : ITrackedFrameSink
{
    private const string Type = "Face";
    private const double Irregular = 0;
    private const int KeptSeconds = 60;

    private readonly Lock gate = new();
    private readonly float[] sample = new float[LslChannels.All.Count];
    private nint info;
    private nint outlet;

    /// <summary>Opens the stream.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="OutputException">liblsl is missing, or cannot open a stream.</exception>
    public LslSender(string name)
    {
        LslLibrary.Require();
        info = LslLibrary.CreateInfo(
            name, Type, sample.Length, Irregular, LslLibrary.Float32, $"LiveLandmarks {Environment.MachineName} {Environment.ProcessId}");
        if (info != 0)
        {
            Describe();
            outlet = LslLibrary.CreateOutlet(info, chunk: 0, KeptSeconds);
        }
        if (outlet == 0)
        {
            Dispose();
            throw new OutputException($"lsl://{name}: liblsl cannot open a stream; check the network and another name.");
        }
    }

    /// <inheritdoc/>
    public void Write(TrackedFrame tracked)
    {
        lock (gate)
        {
            if (outlet == 0)
                return;
            LslChannels.Write(tracked.Faces.Count > 0 ? tracked.Faces[0] : null, sample);
            _ = LslLibrary.Push(outlet, sample, LslLibrary.Clock() - tracked.Frame.Age.TotalSeconds);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            if (outlet != 0)
                LslLibrary.DestroyOutlet(outlet);
            if (info != 0)
                LslLibrary.DestroyInfo(info);
            (outlet, info) = (0, 0);
        }
    }

    private void Describe()
    {
        var description = LslLibrary.Description(info);
        LslLibrary.AppendValue(description, "manufacturer", "LiveLandmarks");
        var channels = LslLibrary.AppendChild(description, "channels");
        foreach (var (label, unit) in LslChannels.All)
        {
            var channel = LslLibrary.AppendChild(channels, "channel");
            LslLibrary.AppendValue(channel, "label", label);
            LslLibrary.AppendValue(channel, "unit", unit);
            LslLibrary.AppendValue(channel, "type", Type);
        }
    }
}
