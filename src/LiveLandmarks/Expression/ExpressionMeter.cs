namespace LiveLandmarks.Expression;

/// <summary>Measures the eyes and the mouth of one face, frame by frame. Not thread-safe.</summary>
internal sealed class ExpressionMeter(BlinkOptions options, float shutEyeShare)
{
    // In centimeters between the lips.
    private const float WideOpenMouth = 5;

    private readonly EyeMeter rightEye = new(options, shutEyeShare);
    private readonly EyeMeter leftEye = new(options, shutEyeShare);

    /// <summary>Measures the next frame.</summary>
    /// <param name="face">Landmarks as the network found them: smoothing would hide part of a blink.</param>
    /// <param name="pose">Pose of the head; null if unknown, and then nothing is visible.</param>
    /// <param name="time">When the frame was captured.</param>
    public (EyeReading RightEye, EyeReading LeftEye, MouthReading Mouth) Read(FaceLandmarks face, HeadPose? pose, TimeSpan time)
    {
        if (pose is not { } head || FaceApertures.Of(face.Scheme) is not { } apertures)
            return (rightEye.Miss(0, time), leftEye.Miss(0, time), default);

        var clearPeak = face.ClearPeak;
        var mouth = apertures.Mouth.Measure(face.Points.AsSpan(), clearPeak, head);
        return (
            rightEye.Read(apertures.RightEye.Measure(face.Points.AsSpan(), clearPeak, head), head, time),
            leftEye.Read(apertures.LeftEye.Measure(face.Points.AsSpan(), clearPeak, head), head, time),
            ReadMouth(mouth, mouth.Confidence(head)));
    }

    private static MouthReading ReadMouth(ApertureSize size, float confidence) => ApertureSize.IsVisible(confidence)
        ? new MouthReading(Math.Clamp(size.Height / WideOpenMouth, 0, 1), size.Aspect, confidence)
        : new MouthReading(null, null, confidence);
}
