using System.Numerics;
using LiveLandmarks.Geometry;
using LiveLandmarks.Landmarks;
using OpenCvSharp;

namespace LiveLandmarks.Pose;

/// <summary>
/// Finds the pose in which an average head's rigid points are seen at a face's landmarks, by <see cref="Cv2"/>'s perspective-n-point solver.
/// Follows one face: each search starts from the last pose. Not thread-safe.
/// <para>
/// The solver weighs all points alike, so robustness is put into what it is given: each landmark is drawn towards where the
/// head's point is seen now, unsure ones more, far ones to a limited distance, and the fit repeated (Huber's modified residuals, "Robust
/// Statistics", 1981, section 7.8). Unlike leaving points out, this does not jump from frame to frame.
/// </para>
/// </summary>
public sealed class HeadPoseSolver
{
    // Shares of the distance of the outer eye corners as the camera sees it.
    private const float LongestPull = 0.04f;
    private const float AllowedError = 0.08f;
    private const float LargestMiss = 0.15f;

    // A followed face below this may have got stuck: it is looked for afresh.
    private const float DoubtfulConfidence = 0.3f;

    // Rather no pose than one that is likely wrong.
    private const float LeastConfidence = 0.1f;

    // Below this height of its peak a landmark counts no less.
    private const float LeastSureness = 0.1f;

    // Rounds end when the head turns by less than this, radians; a tenth of it shows in the second decimal of a degree.
    private const float Rest = 5e-4f;
    private const int MostRounds = 20;

    private readonly double[,] camera = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
    private double[] rotation = new double[3];
    private double[] translation = new double[3];
    private Point2f[] targets = [];
    private bool started;

    /// <summary>Finds the pose of the next landmarks.</summary>
    /// <param name="face">Landmarks of the face, image pixels.</param>
    /// <param name="intrinsics">The camera.</param>
    /// <returns>The pose; null where the scheme has too few rigid points, or no head before the camera fits the landmarks well.</returns>
    public HeadPose? Solve(FaceLandmarks face, CameraIntrinsics intrinsics)
    {
        if (RigidPoints.Of(face.Scheme) is not { } rigid || !AreFinite(face, rigid))
            return null;
        (camera[0, 0], camera[1, 1], camera[0, 2], camera[1, 2]) = (intrinsics.Fx, intrinsics.Fy, intrinsics.Cx, intrinsics.Cy);
        if (targets.Length != rigid.Points.Length)
            targets = new Point2f[rigid.Points.Length];

        try
        {
            var pose = started ? Refine(face, rigid, intrinsics) : null;
            if (pose is not { } followed || followed.Confidence < DoubtfulConfidence)
                pose = Start(face, rigid, intrinsics);
            started = pose is not null;
            return pose is { Confidence: >= LeastConfidence } ? pose : null;
        }
        catch (OpenCVException)
        {
            // Points in one place or on one line.
            started = false;
            return null;
        }
    }

    private static bool AreFinite(FaceLandmarks face, RigidPoints rigid)
    {
        foreach (var index in rigid.Landmarks)
        {
            if (!float.IsFinite(face.Points[index].X + face.Points[index].Y))
                return false;
        }
        return true;
    }

    private static float Unit(HeadPose pose) => pose.Camera.Fx * HeadModel.InterOcularDistance / pose.Translation.Z;

    /// <summary>The pose from nothing but the landmarks: the global optimum, then as always.</summary>
    private HeadPose? Start(FaceLandmarks face, RigidPoints rigid, CameraIntrinsics intrinsics)
    {
        for (var i = 0; i < targets.Length; i++)
            targets[i] = new Point2f(face.Points[rigid.Landmarks[i]].X, face.Points[rigid.Landmarks[i]].Y);
        Cv2.SolvePnP(rigid.PointsForOpenCv, targets, camera, null, ref rotation, ref translation, false, SolvePnPMethod.SQPNP);
        return Refine(face, rigid, intrinsics);
    }

    private HeadPose? Refine(FaceLandmarks face, RigidPoints rigid, CameraIntrinsics intrinsics)
    {
        var pose = Current(intrinsics);
        for (var round = 0; round < MostRounds && pose is { } guess; round++)
        {
            Aim(face, rigid, guess);
            Cv2.SolvePnP(rigid.PointsForOpenCv, targets, camera, null, ref rotation, ref translation, true, SolvePnPMethod.Iterative);
            pose = Current(intrinsics);
            if (pose is { } next && (next.Rotation - guess.Rotation).Length() < Rest / 2)
                break;
        }
        return pose is { } found ? Judge(face, rigid, found) : null;
    }

    /// <summary>What the solver holds; null where that is no head before the camera.</summary>
    private HeadPose? Current(CameraIntrinsics intrinsics)
    {
        var axis = new Vector3((float)rotation[0], (float)rotation[1], (float)rotation[2]);
        var shift = new Vector3((float)translation[0], (float)translation[1], (float)translation[2]);
        var angle = axis.Length();
        if (!float.IsFinite(angle + shift.X + shift.Y) || !(shift.Z > HeadModel.InterOcularDistance) || !float.IsFinite(shift.Z))
            return null;
        var turn = angle > 1e-9f ? Quaternion.CreateFromAxisAngle(axis / angle, angle) : Quaternion.Identity;
        return new HeadPose(turn, shift, intrinsics, 0, 0);
    }

    private void Aim(FaceLandmarks face, RigidPoints rigid, HeadPose guess)
    {
        var longest = LongestPull * Unit(guess);
        var surest = LeastSureness;
        foreach (var index in rigid.Landmarks)
            surest = MathF.Max(surest, face.Points[index].Confidence);
        for (var i = 0; i < targets.Length; i++)
        {
            var landmark = face.Points[rigid.Landmarks[i]];
            var seen = guess.Project(rigid.Points[i]);
            var pull = new Vector2(landmark.X, landmark.Y) - seen;
            var length = pull.Length();
            var target = seen + MathF.Max(landmark.Confidence, LeastSureness) / surest * MathF.Min(1, longest / MathF.Max(length, 1e-6f)) * pull;
            targets[i] = new Point2f(target.X, target.Y);
        }
    }

    private static HeadPose Judge(FaceLandmarks face, RigidPoints rigid, HeadPose pose)
    {
        float square = 0, limited = 0, sureness = 0;
        var largest = LargestMiss * Unit(pose);
        for (var i = 0; i < rigid.Points.Length; i++)
        {
            var landmark = face.Points[rigid.Landmarks[i]];
            var miss = (new Vector2(landmark.X, landmark.Y) - pose.Project(rigid.Points[i])).LengthSquared();
            square += miss;
            // One landmark astray, which hardly moves the pose, shall not cost all confidence.
            limited += MathF.Min(miss, largest * largest);
            sureness += landmark.Confidence;
        }
        var count = rigid.Points.Length;
        var relative = MathF.Sqrt(limited / count) / (AllowedError * Unit(pose));
        var confidence = Math.Clamp(sureness / count, 0, 1) * MathF.Exp(-relative * relative);
        return pose with { Confidence = confidence, Error = MathF.Sqrt(square / count) };
    }
}
