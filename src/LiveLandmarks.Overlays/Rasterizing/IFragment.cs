namespace LiveLandmarks.Overlays.Rasterizing;

/// <summary>What is done with each sample that a triangle covers.</summary>
public interface IFragment
{
    /// <summary>Takes a sample.</summary>
    /// <param name="index">Of the sample in the buffers.</param>
    /// <param name="nearness">One over its depth.</param>
    /// <param name="a">Share of the triangle's first corner, on the screen.</param>
    /// <param name="b">Share of the second.</param>
    /// <param name="c">Share of the third.</param>
    void Take(int index, float nearness, float a, float b, float c);
}
