using BenchmarkDotNet.Attributes;
using LiveLandmarks.Inference;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Models;
using LiveLandmarks.Tests;
using OpenCvSharp;

namespace LiveLandmarks.Benchmarks;

/// <summary>The stages for one face from the frame to the landmarks, with the network as the baseline.</summary>
public class FrameBenchmarks
{
    private readonly ModelFile model = ModelCatalog.Open(Repository.Models).Load(ModelKind.Landmarks);
    private readonly FaceCrop crop = new(225, 132, 125, 0.1f);
    private CropSampler sampler = null!;
    private ImageTensor tensor = null!;
    private NetworkSession session = null!;
    private HeatmapDecoder[] decoders = [];
    private Landmark[] points = [];
    private float[] input = [];
    private Mat image = null!;
    private Mat picture = null!;

    [GlobalSetup]
    public void Open()
    {
        var manifest = model.Manifest;
        image = Cv2.ImRead(Repository.Media("astronaut.png"));
        sampler = new CropSampler(manifest.Input.Size);
        tensor = new ImageTensor(manifest.Input);
        input = new float[tensor.Length];
        session = NetworkSession.Open(model, new InferenceOptions { Device = ExecutionDevice.Cpu });
        decoders = [.. Enum.GetValues<HeatmapDecoding>().Select(
            decoding => new HeatmapDecoder(manifest.Output.Size, manifest.Input.Size, decoding))];
        points = new Landmark[manifest.GetScheme().Count];
        picture = sampler.Sample(image, crop);
        var batch = session.Batch(1);
        tensor.Write(picture, batch.Input);
        session.Run(batch);
    }

    [GlobalCleanup]
    public void Close()
    {
        image.Dispose();
        sampler.Dispose();
        session.Dispose();
    }

    [Benchmark(Baseline = true)]
    public void Network() => session.Run(session.Batch(1));

    [Benchmark]
    public Mat Crop() => sampler.Sample(image, crop);

    [Benchmark]
    public void Tensor() => tensor.Write(picture, input);

    [Benchmark]
    public void DecodeMeanShift() => Decode(HeatmapDecoding.MeanShift);

    [Benchmark]
    public void DecodeSubPixel() => Decode(HeatmapDecoding.SubPixel);

    private void Decode(HeatmapDecoding decoding) =>
        decoders[(int)decoding].Decode(session.Batch(1).Output, crop.ToImage(model.Manifest.Input.Size), points);
}
