using System.Net;
using System.Net.Sockets;
using LiveLandmarks.Capture;
using LiveLandmarks.Output;
using LiveLandmarks.Pipeline;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Output;

/// <summary>Listens on its own port and sends frames to it.</summary>
internal sealed class UdpListener : IDisposable
{
    private readonly UdpClient client = new(new IPEndPoint(IPAddress.Loopback, 0))
        { Client = { ReceiveTimeout = 10_000, ReceiveBufferSize = 1 << 21 } };
    private readonly FramePool pool = new();

    public int Port => ((IPEndPoint)client.Client.LocalEndPoint!).Port;

    /// <summary>A port on which no program listens.</summary>
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

    /// <summary>Collects datagrams until the task has completed and none arrives for 0.2 s.</summary>
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
