using LiveLandmarks.Capture;
using LiveLandmarks.Streams;

namespace LiveLandmarks.Pipeline;

/// <summary>
/// A frame and the faces found in this frame. Like a <see cref="Capture.Frame"/>, it is valid until <c>OnNext</c> returns unless retained;
/// the faces may be kept without limit.
/// </summary>
/// <param name="Frame">The frame.</param>
/// <param name="Faces">The faces in the frame, ordered by id.</param>
public sealed record TrackedFrame(Frame Frame, IReadOnlyList<TrackedFace> Faces) : IRetainable
{
    /// <summary>The camera that the faces' poses refer to.</summary>
    public CameraIntrinsics Camera { get; init; } =
        CameraIntrinsics.FromFieldOfView(CameraIntrinsics.DefaultFieldOfView, Frame.Image.Cols, Frame.Image.Rows);

    /// <summary>Where faces may be, as in <c>FaceTracker.Candidates</c>; null if nothing looked for them.</summary>
    public IReadOnlyList<FaceBox>? Candidates { get; init; }

    /// <summary>Whether the frame is a single picture and not part of a stream.</summary>
    public bool IsStill { get; init; }

    /// <inheritdoc/>
    public void Retain() => Frame.Retain();

    /// <inheritdoc/>
    public void Dispose() => Frame.Dispose();
}
