using System.Numerics;
using LiveLandmarks.Pose;

namespace LiveLandmarks.Tests.Landmarks;

/// <summary>All 68 landmarks of the average face as a camera sees it in a given pose.</summary>
internal sealed record PosedAverage(float Yaw = 0, float Pitch = 0, float Roll = 0)
{
    public Vector3 Place { get; init; } = new(0, 0, 60);

    public CameraIntrinsics Camera { get; init; } = CameraIntrinsics.FromFieldOfView(60, 640, 480);

    public HeadPose Pose => new(HeadPose.RotationOf(Yaw, Pitch, Roll), Place, Camera, 0.9f, 1.5f);

    public FaceLandmarks See()
    {
        var pose = Pose;
        return new FaceLandmarks(LandmarkScheme.Ibug68, [.. AverageFace.Ibug68.Select((point, i) =>
        {
            var seen = pose.Project(point);
            return new Landmark(seen.X, seen.Y, 0.5f + i / 200f);
        })]);
    }

    /// <summary>The face as a tracker reports it, with the right eye nearly shut and the mouth 1.5 cm open.</summary>
    public TrackedFace Track(int id = 1)
    {
        var face = See();
        return new TrackedFace(id, 9, face, face)
        {
            Pose = Pose,
            RightEye = new EyeReading(EyeState.Closed, 0.1f, 0.05f, 0.9f, 2),
            LeftEye = new EyeReading(EyeState.Open, 0.8f, 0.3f, 0.9f, 0),
            Mouth = new MouthReading(0.3f, 0.4f, 0.9f),
        }.WithBlinksAndLooks();
    }
}
