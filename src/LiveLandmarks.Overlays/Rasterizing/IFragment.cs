namespace LiveLandmarks.Overlays.Rasterizing;

/// <summary>Processes each sample that a triangle covers.</summary>
public interface IFragment
{
    /// <summary>Processes a sample.</summary>
    /// <param name="index">Index of the sample in the buffers.</param>
    /// <param name="nearness">One divided by the sample's depth.</param>
    /// <param name="a">Weight of the triangle's first corner, on the screen.</param>
    /// <param name="b">Weight of the second corner.</param>
    /// <param name="c">Weight of the third corner.</param>
    void Take(int index, float nearness, float a, float b, float c);
}
