namespace LiveLandmarks;

/// <summary>A face in one frame of a stream. Left and right are the person's own. Immutable: it may be kept.</summary>
/// <example>
/// <code>
/// using LiveLandmarks;
///
/// foreach (TrackedFace face in FaceLandmarker.Detect("me.jpg"))
/// {
///     var nose = face.Landmarks.Points[30];
///     Console.WriteLine($"nose at {nose.X:0}, {nose.Y:0}; mouth {face.Mouth.Openness:0.0} open; left pupil {face.LeftEye.Pupil}");
/// }
/// </code>
/// </example>
/// <param name="Id">The same number in every frame that shows this face, from 1; a tracker never uses it for another face.</param>
/// <param name="Age">Number of frames in which the face was seen, including this one.</param>
/// <param name="Landmarks">Smoothed landmarks, image pixels.</param>
/// <param name="Raw">Landmarks as the network found them in this frame, image pixels.</param>
public sealed record TrackedFace(int Id, int Age, FaceLandmarks Landmarks, FaceLandmarks Raw)
{
    /// <summary>Mean height of the heatmap peaks, 0 to 1.</summary>
    public float Score => Raw.Score;

    /// <summary>Bounding box of the smoothed landmarks.</summary>
    public FaceBox Box => Landmarks.Bounds;

    /// <summary>Where the head is and which way it faces, from the smoothed landmarks; null when no head fits them. Check its
    /// confidence.</summary>
    public HeadPose? Pose { get; init; }

    /// <summary>The person's right eye: on the left in a picture that is not mirrored.</summary>
    public EyeReading RightEye { get; init; }

    /// <summary>The person's left eye.</summary>
    public EyeReading LeftEye { get; init; }

    /// <summary>The mouth.</summary>
    public MouthReading Mouth { get; init; }

    /// <summary>How strongly the face makes each of ARKit's movements; null when the head's pose is unknown, or when the landmarks cannot
    /// be mapped to 68 points.</summary>
    public Blendshapes? Blendshapes { get; init; }
}
