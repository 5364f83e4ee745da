using LiveLandmarks.Expression;
using LiveLandmarks.Pose;
using LiveLandmarks.Smoothing;

namespace LiveLandmarks.Tracking;

/// <summary>Adds head pose and expression to the landmarks of one face, frame by frame. Not thread-safe.</summary>
/// <param name="options">What counts as a blink.</param>
/// <param name="shutEyeShare">See <see cref="ILandmarkDetector.ShutEyeShare"/>.</param>
/// <param name="blendshapes">Finds ARKit's movements; null for blinks and looks alone.</param>
/// <param name="calibrator">Fits movements to the person; null to leave them as they are.</param>
internal sealed class FaceMeter(BlinkOptions options, float shutEyeShare, BlendshapeNetwork? blendshapes = null,
    ExpressionCalibrator? calibrator = null)
{
    private readonly BlendshapeReader movements = new(blendshapes, calibrator);
    private readonly HeadPoseSolver solver = new();
    private readonly ExpressionMeter expression = new(options, shutEyeShare);

    /// <summary>Measures the face in the next frame.</summary>
    /// <param name="id">The face's id.</param>
    /// <param name="age">Frames in which it was seen.</param>
    /// <param name="landmarks">Its smoothed landmarks.</param>
    /// <param name="raw">Its landmarks as the network found them.</param>
    /// <param name="camera">The camera that saw it.</param>
    /// <param name="time">When the frame was captured.</param>
    public TrackedFace Measure(
        int id, int age, FaceLandmarks landmarks, FaceLandmarks raw, CameraIntrinsics camera, TimeSpan time)
    {
        var pose = solver.Solve(landmarks, camera);
        var (rightEye, leftEye, mouth) = expression.Read(raw, pose, time);
        if (landmarks.Pupils is { } pupils && pose is { } head && FaceApertures.Of(landmarks.Scheme) is { } eyes)
        {
            rightEye = WithPupil(rightEye, eyes.RightEye, landmarks, pupils.Right, head);
            leftEye = WithPupil(leftEye, eyes.LeftEye, landmarks, pupils.Left, head);
        }
        var blendshapes = movements.Read(landmarks, pose, ref rightEye, ref leftEye, time);
        return new TrackedFace(id, age, landmarks, raw)
        {
            Pose = pose,
            RightEye = rightEye,
            LeftEye = leftEye,
            Mouth = mouth,
            Blendshapes = blendshapes,
        };
    }

    /// <summary>The eye with its pupil and gaze, if the eye is open and the network is confident enough about the pupil.</summary>
    internal static EyeReading WithPupil(EyeReading eye, Aperture place, FaceLandmarks face, Landmark pupil, in HeadPose pose) =>
        eye.State == EyeState.Open && pupil.Confidence >= PupilSmoother.MinConfidence
            ? eye with { Pupil = pupil, Gaze = Eyeball.Gaze(place, face.Points.AsSpan(), pupil, pose) }
            : eye;
}
