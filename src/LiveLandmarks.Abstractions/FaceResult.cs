namespace LiveLandmarks;

/// <summary>
/// The faces of one frame of a stream. Immutable, and without the picture: it may be kept, and passed on by any operator of Rx and to any
/// thread.
/// </summary>
/// <param name="Number">Position of the frame in the stream, from 0; numbers of dropped frames are missing.</param>
/// <param name="Time">When the frame was captured, from the start of the stream.</param>
/// <param name="Width">Width of the frame, pixels.</param>
/// <param name="Height">Height of the frame, pixels.</param>
/// <param name="Faces">The faces in view, by id; empty where there is none.</param>
/// <param name="Camera">The camera that the faces' poses refer to.</param>
/// <param name="DroppedBefore">Frames that were dropped since the result before this one, because they came faster than faces can be
/// found.</param>
public sealed record FaceResult(
    long Number, TimeSpan Time, int Width, int Height, IReadOnlyList<TrackedFace> Faces, CameraIntrinsics Camera, long DroppedBefore = 0);
