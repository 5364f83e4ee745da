using System.Numerics;
using LiveLandmarks.Landmarks;

namespace LiveLandmarks.Expression;

/// <summary>Reads ARKit's movements of one face, frame by frame. Blinks come from the openness of the eyes and looks from their gaze; the
/// others, and the gaze itself, from a network. Not thread-safe.</summary>
/// <param name="network">Null to leave the others unknown, and the gaze as it is.</param>
/// <param name="calibrator">Fits the network's movements to the person; null to leave them as they are.</param>
internal sealed class BlendshapeReader(BlendshapeNetwork? network, ExpressionCalibrator? calibrator = null)
{
    // The turn of the eye at which its movement is 1, in degrees: in the examples that iFacialMocap and Facemotion3D publish, the eye turns
    // by 6.0° for a value of 0.17, and by 12.8° for 0.36.
    private const float FullLook = 35;

    // Of a head that is turned from the camera by up to the first number of degrees the gaze is geometry's, from the second on the
    // network's. The network trusts the pose; geometry hardly depends on it near the front, where errors of the pose are larger than
    // turns. See docs/adr/0023-gaze-by-a-network.md.
    private const float NearlyFrontal = 10, Turned = 20;

    // The parts that must be visible to tell each movement, as indices of FacePart.All.
    private static readonly (int First, int Second)[] Parts =
        [.. Enum.GetValues<Blendshape>().Select(FacePart.Of).Select(parts => (IndexOf(parts.First), IndexOf(parts.Second ?? parts.First)))];

    /// <summary>Reads the next frame.</summary>
    /// <param name="face">The smoothed landmarks.</param>
    /// <param name="pose">The head's pose; null if unknown.</param>
    /// <param name="rightEye">The right eye, with its gaze by geometry; written, if the network finds the gaze.</param>
    /// <param name="leftEye">The left eye, likewise.</param>
    /// <param name="time">When the frame was captured.</param>
    /// <returns>Null if the pose is unknown, or the landmarks cannot be mapped to 68 points.</returns>
    public Blendshapes? Read(FaceLandmarks face, HeadPose? pose, ref EyeReading rightEye, ref EyeReading leftEye, TimeSpan time)
    {
        if (pose is not { } head || LandmarkMap.Find(face.Scheme, LandmarkScheme.Ibug68) is not { } map)
            return null;
        Span<Landmark> points = stackalloc Landmark[LandmarkScheme.Ibug68.Count];
        map.Apply(face.Points.AsSpan(), points);

        Span<float> values = stackalloc float[Blendshapes.Count];
        Span<float> confidences = stackalloc float[Blendshapes.Count];
        values.Fill(float.NaN);
        if (network is not null)
        {
            var found = Run(network, points, face.Pupils, head, ref rightEye, ref leftEye);
            for (var i = 0; i < found.Length; i++)
                values[(int)network.Movements[i]] = found[i];
        }
        values[(int)Blendshape.EyeBlinkRight] = 1 - rightEye.Openness ?? float.NaN;
        values[(int)Blendshape.EyeBlinkLeft] = 1 - leftEye.Openness ?? float.NaN;
        Look(rightEye, head, 1, Blendshape.EyeLookDownRight, values);
        Look(leftEye, head, -1, Blendshape.EyeLookDownLeft, values);
        Judge(points, face.ClearPeak, head, values, confidences);
        if (network is not null)
            calibrator?.Apply(network.Movements, values, confidences, time);
        return new Blendshapes(values, confidences);
    }

    private static ReadOnlySpan<float> Run(
        BlendshapeNetwork network, ReadOnlySpan<Landmark> points, FacePupils? pupils, in HeadPose head,
        ref EyeReading rightEye, ref EyeReading leftEye)
    {
        var turn = MathF.Sqrt(head.Yaw * head.Yaw + head.Pitch * head.Pitch);
        var share = Math.Clamp((turn - NearlyFrontal) / (Turned - NearlyFrontal), 0, 1);
        if (!network.FindsGaze || share == 0 || pupils is not { } both || (rightEye.Gaze is null && leftEye.Gaze is null))
            return network.Run(points, head);
        var areBoth = rightEye.Gaze is not null && leftEye.Gaze is not null;
        var found = network.Run(points, both, areBoth, head, out var right, out var left);
        rightEye = Mixed(rightEye, right, share);
        leftEye = Mixed(leftEye, left, share);
        return found;
    }

    /// <summary>The eye with a gaze between that of the geometry and that of the network.</summary>
    private static EyeReading Mixed(in EyeReading eye, GazeDirection network, float share) => eye.Gaze is { } geometry
        ? eye with { Gaze = new GazeDirection(Vector3.Normalize(Vector3.Lerp(geometry.Direction, network.Direction, share))) }
        : eye;

    private static int IndexOf(FacePart part) => FacePart.All.Index().Single(each => each.Item == part).Index;

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
        var inHead = gaze.InHead(pose);
        var (across, up) = (inwards * inHead.Yaw / FullLook, inHead.Pitch / FullLook);
        var directions = values.Slice((int)down, 4);
        (directions[0], directions[1], directions[2], directions[3]) =
            (Math.Clamp(-up, 0, 1), Math.Clamp(across, 0, 1), Math.Clamp(-across, 0, 1), Math.Clamp(up, 0, 1));
    }

    /// <summary>Finds the confidences, and removes what is not visible.</summary>
    private static void Judge(
        ReadOnlySpan<Landmark> points, float clearPeak, in HeadPose pose, Span<float> values, Span<float> confidences)
    {
        Span<float> parts = stackalloc float[FacePart.All.Count];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = FacePart.All[i].Confidence(points, clearPeak, pose);
        for (var i = 0; i < values.Length; i++)
        {
            var (first, second) = Parts[i];
            confidences[i] = MathF.Min(parts[first], parts[second]);
            if (!ApertureSize.IsVisible(confidences[i]))
                values[i] = float.NaN;
        }
    }
}
