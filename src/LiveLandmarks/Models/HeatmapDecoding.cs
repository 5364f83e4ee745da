namespace LiveLandmarks.Models;

/// <summary>How the peak of a heatmap is converted to a point.</summary>
public enum HeatmapDecoding
{
    /// <summary>Vertex of the parabola through the logarithms of the peak and its neighbors, per axis, at most half a cell away.</summary>
    SubPixel,

    /// <summary>Center of the squared heatmap around its peak, found by mean shift: more stable, and the most accurate on broad
    /// ridges.</summary>
    MeanShift,

    /// <summary>A quarter of a cell towards the higher neighbor, as in the evaluation of the AWing paper.</summary>
    QuarterOffset,
}
