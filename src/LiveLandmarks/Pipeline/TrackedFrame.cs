using LiveLandmarks.Capture;
using LiveLandmarks.Streams;

namespace LiveLandmarks.Pipeline;

/// <summary>
/// A frame and the faces that were found in that same frame. Lent like a <see cref="Capture.Frame"/>: valid until
/// <c>OnNext</c> returns unless retained; the faces may be kept for good.
/// </summary>
/// <param name="Frame">The frame.</param>
/// <param name="Faces">The faces in it, by id.</param>
public sealed record TrackedFrame(Frame Frame, IReadOnlyList<TrackedFace> Faces) : IRetainable
{
    /// <summary>The camera that the faces' poses refer to.</summary>
    public CameraIntrinsics Camera { get; init; } =
        CameraIntrinsics.FromFieldOfView(CameraIntrinsics.DefaultFieldOfView, Frame.Image.Cols, Frame.Image.Rows);

    /// <summary>Where there may be a face, as <c>FaceTracker.Candidates</c>; null when nobody looked.</summary>
    public IReadOnlyList<FaceBox>? Candidates { get; init; }

    /// <summary>Whether it is a picture by itself, not one of a stream.</summary>
    public bool IsStill { get; init; }

    /// <inheritdoc/>
    public void Retain() => Frame.Retain();

    /// <inheritdoc/>
    public void Dispose() => Frame.Dispose();
}
