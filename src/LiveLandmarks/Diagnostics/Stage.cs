namespace LiveLandmarks.Diagnostics;

/// <summary>The stages of processing a frame, for timing.</summary>
public enum Stage
{
    /// <summary>Reading and decoding the frame.</summary>
    Capture,

    /// <summary>Finding faces in the whole picture, including the network.</summary>
    Detect,

    /// <summary>Cutting out the crops and converting them to tensors.</summary>
    Crop,

    /// <summary>The landmark network alone.</summary>
    Network,

    /// <summary>Converting heatmaps to points.</summary>
    Decode,

    /// <summary>Association, ids, smoothing, pose and expression.</summary>
    Track,

    /// <summary>Drawing.</summary>
    Render,
}
