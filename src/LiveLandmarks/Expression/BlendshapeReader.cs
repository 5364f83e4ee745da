using System.Numerics;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Smoothing;

namespace LiveLandmarks.Expression;

/// <summary>Reads the movements of one face, frame by frame. Not thread-safe.</summary>
/// <param name="network">Finds them.</param>
internal sealed class BlendshapeReader(BlendshapeNetwork network)
{
    // Degrees from straight ahead at which an eye looks as far as it can.
    private const float FarthestLook = 30;

    private static readonly OneEuroOptions Smoothing = new(MinimumCutoff: 2, Beta: 1, DerivativeCutoff: 5);

    private static readonly (FacePart First, FacePart? Second)[] Parts =
        [.. Enum.GetValues<Blendshape>().Select(FacePart.Of)];

    private readonly OneEuroFilter[] filters = new OneEuroFilter[Blendshapes.Count];
    private TimeSpan lastTime;

    /// <summary>Reads the next frame.</summary>
    /// <param name="face">The smoothed landmarks.</param>
    /// <param name="pose">The head's pose; null if unknown.</param>
    /// <param name="rightEye">The right eye, with its gaze.</param>
    /// <param name="leftEye">The left eye, with its gaze.</param>
    /// <param name="time">When the frame was captured.</param>
    /// <returns>Null if the pose is unknown, or the landmarks cannot be mapped to 68 points.</returns>
    public Blendshapes? Read(FaceLandmarks face, HeadPose? pose, in EyeReading rightEye, in EyeReading leftEye, TimeSpan time)
    {
        if (pose is not { } head || LandmarkMap.Find(face.Scheme, LandmarkScheme.Ibug68) is not { } map)
            return null;
        Span<Landmark> points = stackalloc Landmark[LandmarkScheme.Ibug68.Count];
        map.Apply(face.Points.AsSpan(), points);

        Span<float> values = stackalloc float[Blendshapes.Count];
        Span<float> confidences = stackalloc float[Blendshapes.Count];
        values.Fill(float.NaN);
        var found = network.Run(points, head);
        for (var i = 0; i < found.Length; i++)
            values[(int)network.Movements[i]] = found[i];
        Look(rightEye, head, 1, Blendshape.EyeLookDownRight, values);
        Look(leftEye, head, -1, Blendshape.EyeLookDownLeft, values);
        Judge(points, face.ClearPeak, head, values, confidences);
        Smooth(values, time);
        return new Blendshapes(values, confidences);
    }

    /// <summary>Which way an eye looks in its head; null values while its gaze is unknown.</summary>
    /// <param name="eye">The eye.</param>
    /// <param name="pose">The head's pose.</param>
    /// <param name="inwards">1 if the person's left is towards the nose, −1 if it is away from it.</param>
    /// <param name="down">The first of the eye's four directions: down, in, out, up.</param>
    /// <param name="values">Written.</param>
    private static void Look(in EyeReading eye, in HeadPose pose, float inwards, Blendshape down, Span<float> values)
    {
        if (eye.Gaze is not { } gaze)
            return;
        var inHead = new GazeDirection(Vector3.Transform(gaze.Direction, Quaternion.Conjugate(pose.Rotation)));
        var (across, up) = (inwards * inHead.Yaw / FarthestLook, inHead.Pitch / FarthestLook);
        var directions = values.Slice((int)down, 4);
        (directions[0], directions[1], directions[2], directions[3]) =
            (Math.Clamp(-up, 0, 1), Math.Clamp(across, 0, 1), Math.Clamp(-across, 0, 1), Math.Clamp(up, 0, 1));
    }

    /// <summary>Finds the confidences, and removes what is not visible.</summary>
    private static void Judge(
        ReadOnlySpan<Landmark> points, float clearPeak, in HeadPose pose, Span<float> values, Span<float> confidences)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var (first, second) = Parts[i];
            confidences[i] = first.Confidence(points, clearPeak, pose);
            if (second is not null)
                confidences[i] = MathF.Min(confidences[i], second.Confidence(points, clearPeak, pose));
            if (!ApertureSize.IsVisible(confidences[i]))
                values[i] = float.NaN;
        }
    }

    private void Smooth(Span<float> values, TimeSpan time)
    {
        var seconds = (float)(time - lastTime).TotalSeconds;
        lastTime = time;
        for (var i = 0; i < values.Length; i++)
        {
            if (float.IsNaN(values[i]))
                filters[i] = default;
            else
                values[i] = filters[i].Filter(values[i], seconds, Smoothing);
        }
    }
}
