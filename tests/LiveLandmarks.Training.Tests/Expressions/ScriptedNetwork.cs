using OpenCvSharp;

namespace LiveLandmarks.Training.Tests.Expressions;

/// <summary>A landmark network that finds given faces one after the other, and then the last one again and again, wherever it
/// looks.</summary>
internal sealed class ScriptedNetwork(params FaceLandmarks[] faces) : ILandmarkDetector
{
    private int next;

    public string Name => "scripted";

    public LandmarkScheme Scheme => LandmarkScheme.Ibug68;

    public CropRule CropRule { get; } = new(1.3f, 1.3f, 0.5f);

    public float MinimumScore => 0.3f;

    public FaceLandmarks[] Locate(Mat image, IReadOnlyList<FaceCrop> crops) =>
        [.. crops.Select(_ => faces[Math.Min(next++, faces.Length - 1)])];

    public void Dispose()
    {
    }
}
