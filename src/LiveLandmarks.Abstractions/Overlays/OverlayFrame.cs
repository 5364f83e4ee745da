using OpenCvSharp;

namespace LiveLandmarks.Overlays;

/// <summary>
/// A frame to draw onto. It is the picture in which the faces were found, so drawings line up with the faces. Valid only until
/// <see cref="IOverlay.Draw"/> returns; the faces may be kept.
/// </summary>
/// <param name="Image">The frame as it was captured: BGR, 8 bits. Do not draw on it.</param>
/// <param name="Canvas">The picture to draw on: same size and type, including what earlier overlays drew.</param>
/// <param name="Faces">The faces in this frame, ordered by id.</param>
/// <param name="Camera">The camera that poses refer to.</param>
/// <param name="Number">Position in the stream, from 0; numbers of dropped frames are missing.</param>
/// <param name="Time">When the frame was captured, measured from the start of the stream.</param>
/// <param name="Stop">Canceled when the overlay has taken too long; check it during long computations.</param>
public sealed record OverlayFrame(
    Mat Image, Mat Canvas, IReadOnlyList<TrackedFace> Faces, CameraIntrinsics Camera, long Number, TimeSpan Time,
    CancellationToken Stop = default)
{
    /// <summary>
    /// Where faces may be, tracked or not, down to low confidence: boxes in image pixels, for overlays that must not miss a face. Null if
    /// nothing looked for them, for example because the tracker does not report candidates.
    /// </summary>
    public IReadOnlyList<FaceBox>? Candidates { get; init; }

    /// <summary>Whether the frame is a single picture and not part of a stream.</summary>
    public bool IsStill { get; init; }
}
