namespace LiveLandmarks;

/// <summary>
/// The faces of one frame of a stream. Immutable and without pixels: it may be kept, passed through any Rx operator and used on any thread.
/// </summary>
/// <example>
/// <code>
/// using LiveLandmarks;
/// using System.Reactive.Linq;
///
/// using var tracker = FaceTracker.Create();
/// // Results may be kept: this collects those of a second.
/// Camera.Open("talk.mp4").TrackFaces(tracker).Buffer(30).Subscribe(results =&gt;
/// {
///     FaceResult first = results[0];
///     Console.WriteLine($"{first.Time}: at most {results.Max(result =&gt; result.Faces.Count)} faces");
/// });
/// </code>
/// </example>
/// <param name="Number">Position of the frame in the stream, from 0; numbers of dropped frames are missing.</param>
/// <param name="Time">When the frame was captured, measured from the start of the stream.</param>
/// <param name="Width">Width of the frame, pixels.</param>
/// <param name="Height">Height of the frame, pixels.</param>
/// <param name="Faces">The faces in view, ordered by id; empty if there are none.</param>
/// <param name="Camera">The camera that the faces' poses refer to.</param>
/// <param name="DroppedBefore">Number of frames dropped since the previous result, because they came faster than they could be
/// processed.</param>
public sealed record FaceResult(
    long Number, TimeSpan Time, int Width, int Height, IReadOnlyList<TrackedFace> Faces, CameraIntrinsics Camera, long DroppedBefore = 0);
