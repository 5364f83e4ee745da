using LiveLandmarks.Geometry;
using LiveLandmarks.Landmarks;

namespace LiveLandmarks.Tracking;

/// <summary>A face in one frame of a stream. Immutable: may be kept.</summary>
/// <param name="Id">The same number in every frame that shows this face, from 1; never given twice by one tracker.</param>
/// <param name="Age">Frames in which the face was seen, this one included.</param>
/// <param name="Landmarks">Smoothed landmarks, image pixels.</param>
/// <param name="Raw">Landmarks as the network found them in this frame, image pixels.</param>
public sealed record TrackedFace(int Id, int Age, FaceLandmarks Landmarks, FaceLandmarks Raw)
{
    /// <summary>Mean height of the heatmap peaks, 0 to 1.</summary>
    public float Score => Raw.Score;

    /// <summary>Bounding box of the smoothed landmarks.</summary>
    public FaceBox Box => Landmarks.Bounds;
}
