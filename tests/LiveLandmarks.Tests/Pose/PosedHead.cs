using System.Numerics;
using LiveLandmarks.Pose;

namespace LiveLandmarks.Tests.Pose;

/// <summary>Landmarks of an average head as a camera sees it: rigid points, lids and lips; all others lie between the eyes.</summary>
internal sealed record PosedHead(LandmarkScheme Scheme, float Yaw = 0, float Pitch = 0, float Roll = 0)
{
    public const int Width = 640;
    public const int Height = 480;

    private const float EyeWidth = 2.62f;

    public Vector3 Place { get; init; } = new(0, 0, 60);

    /// <summary>Gap of the lids divided by the width of the eye.</summary>
    public float RightEye { get; init; } = 0.3f;

    public float LeftEye { get; init; } = 0.3f;

    /// <summary>Gap of the lips in centimeters.</summary>
    public float Mouth { get; init; }

    public CameraIntrinsics Camera { get; init; } = CameraIntrinsics.FromFieldOfView(60, Width, Height);

    public FaceLandmarks See(Random? random = null, float noise = 0, float confidence = 0.9f)
    {
        var pose = new HeadPose(HeadPose.RotationOf(Yaw, Pitch, Roll), Place, Camera, 1, 0);
        var points = new Landmark[Scheme.Count];
        for (var i = 0; i < points.Length; i++)
            Put(i, Vector3.Zero);
        var rigid = RigidPoints.Of(Scheme)!;
        for (var i = 0; i < rigid.Landmarks.Length; i++)
            Put(rigid.Landmarks[i], rigid.Points[i]);
        if (Scheme == LandmarkScheme.Ibug68)
        {
            PutPairs(RightEye * EyeWidth, new Vector3(-3.15f, 0, -0.4f), 1.2f, (37, 41), (38, 40));
            PutPairs(LeftEye * EyeWidth, new Vector3(3.15f, 0, -0.4f), 1.2f, (43, 47), (44, 46));
            PutPairs(Mouth, new Vector3(0, 6.9f, -2.4f), 2, (61, 67), (62, 66), (63, 65));
            Put(60, new Vector3(-2.2f, 6.9f, -2.4f));
            Put(64, new Vector3(2.2f, 6.9f, -2.4f));
        }
        return new FaceLandmarks(Scheme, [.. points]);

        void Put(int index, Vector3 point)
        {
            var seen = pose.Project(point);
            points[index] = new Landmark(seen.X + Noise(), seen.Y + Noise(), confidence);
        }

        void PutPairs(float gap, Vector3 middle, float width, params (int Upper, int Lower)[] pairs)
        {
            for (var i = 0; i < pairs.Length; i++)
            {
                var x = width * ((i + 0.5f) / pairs.Length - 0.5f);
                Put(pairs[i].Upper, middle + new Vector3(x, -gap / 2, 0));
                Put(pairs[i].Lower, middle + new Vector3(x, gap / 2, 0));
            }
        }

        float Noise() =>
            random is null ? 0 : noise * MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(
                2 * MathF.PI * random.NextSingle());
    }

    public HeadPose? Solve() => new HeadPoseSolver().Solve(See(), Camera);
}
