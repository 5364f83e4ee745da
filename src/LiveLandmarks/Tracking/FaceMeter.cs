using LiveLandmarks.Expression;
using LiveLandmarks.Pose;
using LiveLandmarks.Smoothing;

namespace LiveLandmarks.Tracking;

/// <summary>Adds head pose and expression to the landmarks of one face, frame by frame. Not thread-safe.</summary>
/// <param name="options">What counts as a blink.</param>
/// <param name="shutEyeShare">See <see cref="ILandmarkDetector.ShutEyeShare"/>.</param>
internal sealed class FaceMeter(BlinkOptions options, float shutEyeShare)
{
    private readonly HeadPoseSolver solver = new();
    private readonly ExpressionMeter expression = new(options, shutEyeShare);

    /// <summary>Measures the face in the next frame.</summary>
    /// <param name="face">The face and its landmarks.</param>
    /// <param name="camera">The camera that saw it.</param>
    /// <param name="time">When the frame was captured.</param>
    public TrackedFace Measure(TrackedFace face, CameraIntrinsics camera, TimeSpan time)
    {
        var pose = solver.Solve(face.Landmarks, camera);
        var (rightEye, leftEye, mouth) = expression.Read(face.Raw, pose, time);
        if (face.Landmarks.Pupils is { } pupils && pose is { } head && FaceApertures.Of(face.Landmarks.Scheme) is { } eyes)
        {
            rightEye = WithPupil(rightEye, eyes.RightEye, face.Landmarks, pupils.Right, head);
            leftEye = WithPupil(leftEye, eyes.LeftEye, face.Landmarks, pupils.Left, head);
        }
        return face with { Pose = pose, RightEye = rightEye, LeftEye = leftEye, Mouth = mouth };
    }

    /// <summary>The eye with its pupil and gaze, if the eye is open and the network is confident enough about the pupil.</summary>
    internal static EyeReading WithPupil(EyeReading eye, Aperture place, FaceLandmarks face, Landmark pupil, in HeadPose pose) =>
        eye.State == EyeState.Open && pupil.Confidence >= PupilSmoother.MinConfidence
            ? eye with { Pupil = pupil, Gaze = Eyeball.Gaze(place, face.Points, pupil, pose) }
            : eye;
}
