namespace LiveLandmarks.Diagnostics;

/// <summary>The stages of a frame's way, for timing.</summary>
public enum Stage
{
    /// <summary>Reading and decoding the frame.</summary>
    Capture,

    /// <summary>Finding faces in the whole picture, its network included.</summary>
    Detect,

    /// <summary>Cutting out the crops and turning them into tensors.</summary>
    Crop,

    /// <summary>The landmark network alone.</summary>
    Network,

    /// <summary>From heatmaps to points.</summary>
    Decode,

    /// <summary>Association, ids, smoothing, pose and expression.</summary>
    Track,

    /// <summary>Drawing.</summary>
    Render,
}
