using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>Writes a picture as the network's input, with its light faded, or with its colors changed and noise added. Owns its
/// buffers; not thread-safe.</summary>
/// <param name="augmentation">How often and how strongly.</param>
internal sealed class ColorAugmenter(Augmentation augmentation) : IDisposable
{
    private readonly FadingLight light = new(augmentation.Darkness);

    /// <summary>Writes a picture.</summary>
    /// <param name="picture">BGR, 8 bits, S×S.</param>
    /// <param name="mirrored">Whether left and right are exchanged.</param>
    /// <param name="darkness">Chooses whether and how far the light fades.</param>
    /// <param name="colors">Chooses colors and noise.</param>
    /// <param name="planes">[3, S, S], written: RGB, 0 to 1.</param>
    public void Write(Mat picture, bool mirrored, SampleRandom darkness, SampleRandom colors, Span<float> planes)
    {
        if (light.Fade(picture, darkness) is { } dark)
            PlaneWriter.Write(dark, mirrored, default, noise: 0, colors, planes);
        else
            PlaneWriter.Disturb(picture, mirrored, augmentation, colors, planes);
    }

    /// <inheritdoc/>
    public void Dispose() => light.Dispose();
}
