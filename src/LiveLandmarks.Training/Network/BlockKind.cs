namespace LiveLandmarks.Training.Network;

/// <summary>The layers that the blocks of a <see cref="CompactNetwork"/> consist of.</summary>
public enum BlockKind
{
    /// <summary>1×1, 3×3 and 1×1 convolutions, the middle one at half the width (He et al., CVPR 2016).</summary>
    Bottleneck,

    /// <summary>1×1 to several times the width, depthwise 3×3, and 1×1 back (Sandler et al., MobileNetV2, CVPR 2018).</summary>
    Inverted,
}
