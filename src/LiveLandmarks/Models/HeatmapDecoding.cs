namespace LiveLandmarks.Models;

/// <summary>How the peak of a heatmap becomes a point.</summary>
public enum HeatmapDecoding
{
    /// <summary>Vertex of the parabola through the logarithms of the peak and its neighbors, per axis, at most half a cell away.</summary>
    SubPixel,

    /// <summary>Center of the squared heatmap around its peak, found by mean shift: steadier, and the most accurate on broad
    /// ridges.</summary>
    MeanShift,

    /// <summary>A quarter cell towards the higher neighbor, as in the AWing paper's evaluation.</summary>
    QuarterOffset,
}
