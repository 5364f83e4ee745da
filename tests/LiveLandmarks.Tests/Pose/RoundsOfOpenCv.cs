using System.Numerics;
using LiveLandmarks.Pose;
using OpenCvSharp;

namespace LiveLandmarks.Tests.Pose;

/// <summary>
/// The robust fit by OpenCV's solver, which gives all points equal weight. Each landmark is moved toward the projected point of the head:
/// more if its confidence is low, to within a limited distance if it is far. Then the fit is repeated (Huber's modified residuals).
/// </summary>
internal static class RoundsOfOpenCv
{
    private const int Rounds = 200;

    public static HeadPose Solve(FaceLandmarks face, CameraIntrinsics intrinsics)
    {
        var rigid = RigidPoints.Of(face.Scheme)!;
        var camera = new double[,] { { intrinsics.Fx, 0, intrinsics.Cx }, { 0, intrinsics.Fy, intrinsics.Cy }, { 0, 0, 1 } };
        var (rotation, translation) = (new double[3], new double[3]);
        var targets = Array.ConvertAll(rigid.Landmarks, index => new Point2f(face.Points[index].X, face.Points[index].Y));
        var surest = rigid.Landmarks.Max(index => face.Points[index].Confidence);
        Cv2.SolvePnP(rigid.PointsForOpenCv, targets, camera, null, ref rotation, ref translation, false, SolvePnPMethod.SQPNP);
        for (var round = 0; round < Rounds; round++)
        {
            var pose = Pose();
            var longest = 0.04f * intrinsics.Fx * HeadModel.InterOcularDistance / pose.Translation.Z;
            for (var i = 0; i < targets.Length; i++)
            {
                var landmark = face.Points[rigid.Landmarks[i]];
                var seen = pose.Project(rigid.Points[i]);
                var pull = new Vector2(landmark.X, landmark.Y) - seen;
                var target = seen + landmark.Confidence / surest * MathF.Min(1, longest / MathF.Max(pull.Length(), 1e-6f)) * pull;
                targets[i] = new Point2f(target.X, target.Y);
            }
            Cv2.SolvePnP(rigid.PointsForOpenCv, targets, camera, null, ref rotation, ref translation, true, SolvePnPMethod.Iterative);
        }
        return Pose();

        HeadPose Pose()
        {
            var axis = new Vector3((float)rotation[0], (float)rotation[1], (float)rotation[2]);
            var shift = new Vector3((float)translation[0], (float)translation[1], (float)translation[2]);
            return new HeadPose(Quaternion.CreateFromAxisAngle(Vector3.Normalize(axis), axis.Length()), shift, intrinsics, 0, 0);
        }
    }
}
