using LiveLandmarks.Pose;

namespace LiveLandmarks.Overlays.Anchoring;

/// <summary>
/// Anchors things to heads so that they do not drift. <see cref="HeadPose.Project"/> is exact only if the field of view is right and the
/// head is an average one. Neither is the case, so things would slide over the face while it crosses the picture or comes nearer. Here
/// the landmarks are first moved to the middle, leveled and scaled to a fixed size. The head pose is found for these landmarks, and
/// projected points are moved back. Whatever shifts, rotates or scales a face in the picture therefore moves everything it wears exactly
/// along. Tracks the faces of one stream. Not thread-safe.
/// </summary>
public sealed class HeadAnchors
{
    // Pixels of the normalized picture, chosen so that a head is about 60 cm away, as before a webcam.
    private const float Radius = 52;
    private const float FocalLength = 600;

    // Number of frames after which a face that is no longer seen is forgotten.
    private const long Memory = 60;

    private static readonly CameraIntrinsics Camera = new(FocalLength, FocalLength, 0, 0);

    private readonly Dictionary<int, Follower> followers = [];
    private long swept;

    /// <summary>Finds the anchor of a face; call it once for each frame and face.</summary>
    /// <param name="face">The face.</param>
    /// <param name="frame">Number of the frame.</param>
    /// <returns>Null if the face has no pose.</returns>
    public HeadAnchor? Of(TrackedFace face, long frame)
    {
        Sweep(frame);
        if (face.Pose is null)
            return null;
        if (!followers.TryGetValue(face.Id, out var follower) || follower.Scheme != face.Landmarks.Scheme)
            followers[face.Id] = follower = new Follower(face.Landmarks.Scheme);
        follower.Frame = frame;
        return follower.Follow(face.Landmarks);
    }

    private void Sweep(long frame)
    {
        if (Math.Abs(frame - swept) < Memory)
            return;
        swept = frame;
        foreach (var (id, follower) in followers)
        {
            if (Math.Abs(frame - follower.Frame) > Memory)
                followers.Remove(id);
        }
    }

    private sealed class Follower(LandmarkScheme scheme)
    {
        private readonly HeadPoseSolver solver = new();

        private readonly Landmark[] level = new Landmark[scheme.Count];

        public LandmarkScheme Scheme => scheme;

        public long Frame { get; set; }

        public HeadAnchor? Follow(FaceLandmarks face)
        {
            if (ToPicture(face) is not { } toPicture)
                return null;
            var toLevel = toPicture.Inverse();
            for (var i = 0; i < level.Length; i++)
                level[i] = toLevel.Apply(face.Points[i]);
            return solver.Solve(scheme, level, Camera) is { } view ? new HeadAnchor(view, toPicture) : null;
        }

        private static Similarity? ToPicture(FaceLandmarks face)
        {
            float x = 0, y = 0, square = 0;
            foreach (var point in face.Points)
                (x, y) = (x + point.X / face.Points.Length, y + point.Y / face.Points.Length);
            foreach (var point in face.Points)
                square += (point.X - x) * (point.X - x) + (point.Y - y) * (point.Y - y);
            var scale = MathF.Sqrt(square / face.Points.Length) / Radius;
            if (!float.IsFinite(scale) || scale < 1e-3f)
                return null;
            var (sine, cosine) = MathF.SinCos(face.Roll);
            return new Similarity(scale * cosine, scale * sine, x, y);
        }
    }
}
