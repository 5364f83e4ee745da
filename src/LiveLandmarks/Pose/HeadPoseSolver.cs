using System.Numerics;
using OpenCvSharp;

namespace LiveLandmarks.Pose;

/// <summary>
/// Finds the pose in which the rigid points of an average head project onto the landmarks of a face. Follows one face: each search starts
/// from the last pose, the first from that of <see cref="Cv2"/>'s perspective-n-point solver. Not thread-safe.
/// <para>
/// The fit uses the Gauss-Newton method with weights that are recomputed at each step (iteratively reweighted least squares; Huber, "Robust
/// Statistics", 1981, section 7.8): uncertain landmarks count less, and the pull of distant ones is limited. Unlike leaving points out,
/// this does not make the pose jump from frame to frame.
/// </para>
/// </summary>
public sealed class HeadPoseSolver
{
    // Shares of the distance between the outer eye corners as the camera sees it.
    private const float LongestPull = 0.04f;
    private const float AllowedError = 0.08f;
    private const float LargestMiss = 0.15f;

    // Below this confidence, the search may be stuck at a wrong pose and restarts.
    private const float DoubtfulConfidence = 0.3f;

    // Below this confidence, the pose is likely wrong; reporting none is better.
    private const float MinConfidence = 0.1f;

    // Lower bound of a peak's height when it is used as a weight.
    private const float MinSureness = 0.1f;

    // The steps stop when the head turns by less than this, in radians: it affects only the second decimal of a degree.
    private const float Rest = 1e-4f;
    private const int MaxSteps = 30;

    private readonly PoseStep step = new();
    private HeadPose? last;

    /// <summary>Finds the pose of the next landmarks.</summary>
    /// <param name="face">Landmarks of the face, image pixels.</param>
    /// <param name="intrinsics">The camera.</param>
    /// <returns>The pose; null if the scheme has too few rigid points, or no head in front of the camera fits the landmarks well.</returns>
    public HeadPose? Solve(FaceLandmarks face, CameraIntrinsics intrinsics) => Solve(face.Scheme, face.Points.AsSpan(), intrinsics);

    /// <summary>Finds the pose of landmarks that are in the caller's memory.</summary>
    /// <param name="scheme">What the points mean.</param>
    /// <param name="face">One landmark per point of the scheme, image pixels.</param>
    /// <param name="intrinsics">The camera.</param>
    /// <returns>The same as for a face.</returns>
    public HeadPose? Solve(LandmarkScheme scheme, ReadOnlySpan<Landmark> face, CameraIntrinsics intrinsics)
    {
        if (RigidPoints.Of(scheme) is not { } rigid || !AreFinite(face, rigid))
            return null;

        var pose = last is { } known ? Refine(face, rigid, known with { Camera = intrinsics }) : null;
        if (pose is not { Confidence: >= DoubtfulConfidence })
            pose = Start(face, rigid, intrinsics);
        last = pose;
        return pose is { Confidence: >= MinConfidence } ? pose : null;
    }

    private static bool AreFinite(ReadOnlySpan<Landmark> face, RigidPoints rigid)
    {
        foreach (var index in rigid.Landmarks)
        {
            if (!float.IsFinite(face[index].X + face[index].Y))
                return false;
        }
        return true;
    }

    private static float Unit(HeadPose pose) => pose.Camera.Fx * HeadModel.InterOcularDistance / pose.Translation.Z;

    private static bool IsBeforeCamera(HeadPose pose) =>
        float.IsFinite(pose.Rotation.Length() + pose.Translation.LengthSquared()) && pose.Translation.Z > HeadModel.InterOcularDistance;

    /// <summary>The pose from the landmarks alone: finds the global optimum, then refines it as usual.</summary>
    private HeadPose? Start(ReadOnlySpan<Landmark> face, RigidPoints rigid, CameraIntrinsics intrinsics)
    {
        var seen = new Point2f[rigid.Landmarks.Length];
        for (var i = 0; i < seen.Length; i++)
            seen[i] = new Point2f(face[rigid.Landmarks[i]].X, face[rigid.Landmarks[i]].Y);
        var camera = new double[,] { { intrinsics.Fx, 0, intrinsics.Cx }, { 0, intrinsics.Fy, intrinsics.Cy }, { 0, 0, 1 } };
        var (rotation, translation) = (new double[3], new double[3]);
        try
        {
            Cv2.SolvePnP(rigid.PointsForOpenCv, seen, camera, null, ref rotation, ref translation, false, SolvePnPMethod.SQPNP);
        }
        catch (OpenCVException)
        {
            // The points coincide or lie on one line.
            return null;
        }
        var turn = PoseStep.Rotation(new Vector3((float)rotation[0], (float)rotation[1], (float)rotation[2]));
        var shift = new Vector3((float)translation[0], (float)translation[1], (float)translation[2]);
        return Refine(face, rigid, new HeadPose(turn, shift, intrinsics, 0, 0));
    }

    /// <summary>The pose near a guess; null if the search leads to no head in front of the camera.</summary>
    private HeadPose? Refine(ReadOnlySpan<Landmark> face, RigidPoints rigid, HeadPose pose)
    {
        for (var i = 0; i < MaxSteps; i++)
        {
            if (!IsBeforeCamera(pose) || !Weigh(face, rigid, pose) || step.Solve() is not { } move)
                return null;
            pose = move.Apply(pose);
            if (move.Turn.Length() < Rest)
                break;
        }
        return IsBeforeCamera(pose) ? Judge(face, rigid, pose) : null;
    }

    private bool Weigh(ReadOnlySpan<Landmark> face, RigidPoints rigid, HeadPose pose)
    {
        var longest = LongestPull * Unit(pose);
        var surest = MinSureness;
        foreach (var index in rigid.Landmarks)
            surest = MathF.Max(surest, face[index].Confidence);
        step.Clear();
        for (var i = 0; i < rigid.Points.Length; i++)
        {
            var landmark = face[rigid.Landmarks[i]];
            var point = pose.ToCamera(rigid.Points[i]);
            if (point.Z <= 0)
                return false;
            var pull = new Vector2(landmark.X, landmark.Y) - pose.Project(rigid.Points[i]);
            var weight = MathF.Max(landmark.Confidence, MinSureness) / surest * MathF.Min(1, longest / MathF.Max(pull.Length(), 1e-6f));
            step.Add(pose, point, pull, weight);
        }
        return true;
    }

    private static HeadPose Judge(ReadOnlySpan<Landmark> face, RigidPoints rigid, HeadPose pose)
    {
        float square = 0, limited = 0, sureness = 0;
        var largest = LargestMiss * Unit(pose);
        for (var i = 0; i < rigid.Points.Length; i++)
        {
            var landmark = face[rigid.Landmarks[i]];
            var miss = (new Vector2(landmark.X, landmark.Y) - pose.Project(rigid.Points[i])).LengthSquared();
            square += miss;
            // A single outlier, which hardly moves the pose, must not reduce the confidence to nothing.
            limited += MathF.Min(miss, largest * largest);
            sureness += landmark.Confidence;
        }
        var count = rigid.Points.Length;
        var relative = MathF.Sqrt(limited / count) / (AllowedError * Unit(pose));
        var confidence = Math.Clamp(sureness / count, 0, 1) * MathF.Exp(-relative * relative);
        return pose with { Confidence = confidence, Error = MathF.Sqrt(square / count) };
    }
}
