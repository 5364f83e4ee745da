namespace LiveLandmarks.Output;

/// <summary>The numbers of a face that are streamed with the Lab Streaming Layer, NaN where unknown.</summary>
internal static class LslChannels
{
    private const string Degrees = "degrees", Centimeters = "centimeters", Share = "normalized", Count = "count";

    // Before ARKit's movements.
    private static readonly (string Label, string Unit, Func<TrackedFace, float?> Value)[] Measures =
    [
        ("confidence", Share, face => face.Landmarks.Score),
        ("head_yaw", Degrees, face => face.Pose?.Yaw),
        ("head_pitch", Degrees, face => face.Pose?.Pitch),
        ("head_roll", Degrees, face => face.Pose?.Roll),
        ("head_x", Centimeters, face => face.Pose?.Translation.X),
        ("head_y", Centimeters, face => face.Pose?.Translation.Y),
        ("head_z", Centimeters, face => face.Pose?.Translation.Z),
        ("gaze_right_yaw", Degrees, face => face.RightEye.Gaze?.Yaw),
        ("gaze_right_pitch", Degrees, face => face.RightEye.Gaze?.Pitch),
        ("gaze_left_yaw", Degrees, face => face.LeftEye.Gaze?.Yaw),
        ("gaze_left_pitch", Degrees, face => face.LeftEye.Gaze?.Pitch),
        ("eye_openness_right", Share, face => face.RightEye.Openness),
        ("eye_openness_left", Share, face => face.LeftEye.Openness),
        ("blinks_right", Count, face => face.RightEye.Blinks),
        ("blinks_left", Count, face => face.LeftEye.Blinks),
        ("mouth_openness", Share, face => face.Mouth.Openness),
    ];

    /// <summary>Name and unit of each channel.</summary>
    public static IReadOnlyList<(string Label, string Unit)> All { get; } =
    [
        .. Measures.Select(measure => (measure.Label, measure.Unit)),
        .. Enum.GetValues<Blendshape>().Select(movement => (Blendshapes.NameOf(movement), Share)),
    ];

    /// <summary>Writes a sample.</summary>
    /// <param name="face">The face; null if there is none, which makes every channel NaN.</param>
    /// <param name="sample">One number for each of <see cref="All"/>, written.</param>
    public static void Write(TrackedFace? face, Span<float> sample)
    {
        sample.Fill(float.NaN);
        if (face is null)
            return;
        for (var i = 0; i < Measures.Length; i++)
            sample[i] = Measures[i].Value(face) ?? float.NaN;
        for (var movement = 0; movement < Blendshapes.Count; movement++)
            sample[Measures.Length + movement] = face.Blendshapes?[(Blendshape)movement] ?? float.NaN;
    }
}
