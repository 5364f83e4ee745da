using System.Net;
using System.Net.Sockets;
using LiveLandmarks.Capture;
using LiveLandmarks.Output;
using LiveLandmarks.Pipeline;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Output;

/// <summary>Listens on a port of its own, and sends frames there.</summary>
internal sealed class UdpListener : IDisposable
{
    private readonly UdpClient client = new(new IPEndPoint(IPAddress.Loopback, 0))
        { Client = { ReceiveTimeout = 10_000, ReceiveBufferSize = 1 << 21 } };
    private readonly FramePool pool = new();

    public int Port => ((IPEndPoint)client.Client.LocalEndPoint!).Port;

    /// <summary>A port on which nobody listens.</summary>
    public static int DeafPort()
    {
        using var listener = new UdpListener();
        return listener.Port;
    }

    public byte[] Receive()
    {
        IPEndPoint? sender = null;
        return client.Receive(ref sender);
    }

    public bool HasMore() => client.Client.Poll(200_000, SelectMode.SelectRead);

    /// <summary>Collects what comes until nothing came for some time after the end.</summary>
    public Task<List<byte[]>> CollectAsync(Task end) => Task.Run(() =>
    {
        List<byte[]> datagrams = [];
        while (HasMore() || !end.IsCompleted)
        {
            if (client.Available > 0)
                datagrams.Add(Receive());
        }
        return datagrams;
    });

    public void Send(ITrackedFrameSink sink, params TrackedFace[] faces)
    {
        using var frame = Frame();
        sink.Write(new TrackedFrame(frame, faces));
    }

    public Frame Frame()
    {
        var frame = pool.Lease();
        frame.Image.Create(480, 640, MatType.CV_8UC3);
        (frame.Number, frame.Timestamp) = (7, TimeSpan.FromSeconds(1.25));
        return frame;
    }

    public void Dispose()
    {
        client.Dispose();
        pool.Dispose();
    }
}
