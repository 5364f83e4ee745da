using OpenCvSharp;

namespace LiveLandmarks.Overlays;

/// <summary>
/// A frame to draw onto: the picture in which the faces were found, so that what is drawn sits on the face that it belongs to. Lent until
/// <see cref="IOverlay.Draw"/> returns; the faces may be kept.
/// </summary>
/// <param name="Image">The frame as it was captured: BGR, 8 bits. Not to be drawn upon.</param>
/// <param name="Canvas">The same size and type, with what earlier overlays drew: to be drawn upon.</param>
/// <param name="Faces">The faces in this frame, by id.</param>
/// <param name="Camera">The camera that poses refer to.</param>
/// <param name="Number">Position in the stream, from 0; numbers of dropped frames are missing.</param>
/// <param name="Time">When the frame was captured, from the start of the stream.</param>
/// <param name="Stop">Cancelled when the overlay has taken too long: whoever computes for long looks at it.</param>
public sealed record OverlayFrame(
    Mat Image, Mat Canvas, IReadOnlyList<TrackedFace> Faces, CameraIntrinsics Camera, long Number, TimeSpan Time,
    CancellationToken Stop = default)
{
    /// <summary>
    /// Where there may be a face, followed or not, down to low confidence: boxes in image pixels, for overlays that must miss none. Null
    /// when nobody looked, as where the tracker is not watchful.
    /// </summary>
    public IReadOnlyList<FaceBox>? Candidates { get; init; }

    /// <summary>Whether it is a picture by itself, not one of a stream.</summary>
    public bool IsStill { get; init; }
}
