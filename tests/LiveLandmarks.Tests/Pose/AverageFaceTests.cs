using System.Numerics;
using LiveLandmarks.Pose;

namespace LiveLandmarks.Tests.Pose;

public class AverageFaceTests
{
    [Fact]
    public void The_rigid_points_of_the_average_face_match_those_of_the_head()
    {
        var rigid = RigidPoints.Of(LandmarkScheme.Ibug68)!;
        for (var i = 0; i < rigid.Landmarks.Length; i++)
            Assert.InRange(Vector3.Distance(rigid.Points[i], AverageFace.Ibug68[rigid.Landmarks[i]]), 0, 0.15f);
    }

    [Fact]
    public void The_average_face_is_symmetric()
    {
        for (var i = 0; i < AverageFace.Ibug68.Length; i++)
            Assert.Equal(HeadModel.Mirrored(AverageFace.Ibug68[i]), AverageFace.Ibug68[LandmarkScheme.Ibug68.Mirror[i]]);
        Assert.Equal(0, AverageFace.Center.X, 1e-5f);
    }
}
