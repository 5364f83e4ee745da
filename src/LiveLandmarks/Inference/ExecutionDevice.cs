namespace LiveLandmarks.Inference;

/// <summary>Where a network runs: an ONNX Runtime execution provider (EP), or automatic selection.</summary>
public enum ExecutionDevice
{
    /// <summary>The first of DirectML, CUDA, CoreML and CPU that loads.</summary>
    Auto,

    /// <summary>Any DirectX 12 GPU, on Windows.</summary>
    DirectML,

    /// <summary>An NVIDIA GPU; needs the CUDA build of ONNX Runtime.</summary>
    Cuda,

    /// <summary>Apple's Neural Engine or GPU.</summary>
    CoreML,

    /// <summary>The processor.</summary>
    Cpu,
}
