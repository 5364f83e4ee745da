using System.Numerics;
using OpenCvSharp;

namespace LiveLandmarks.Pose;

/// <summary>Which landmarks of a scheme correspond to which points of the head.</summary>
internal sealed class RigidPoints
{
    private static readonly Dictionary<LandmarkScheme, RigidPoints> Known = new()
    {
        [LandmarkScheme.Ibug68] = OnWholeNose(36, 39, 42, 45, 27, 31),
        [LandmarkScheme.Ibug70] = OnWholeNose(36, 39, 42, 45, 27, 31),
        [LandmarkScheme.Wflw98] = OnWholeNose(60, 64, 68, 72, 51, 55),
        [LandmarkScheme.Cofw29] = new(
            [.. Eyes(8, 10, 11, 9), (18, HeadModel.Mirrored(HeadModel.LeftNostril)), (19, HeadModel.LeftNostril), (20, HeadModel.NoseTip),
                (21, HeadModel.NoseBase)]),
        [LandmarkScheme.Aflw19] = new(
            [.. Eyes(6, 8, 9, 11), (12, HeadModel.Mirrored(HeadModel.LeftNostril)), (13, HeadModel.NoseTip), (14, HeadModel.LeftNostril)]),
    };

    private RigidPoints((int Landmark, Vector3 Point)[] pairs)
    {
        Landmarks = Array.ConvertAll(pairs, pair => pair.Landmark);
        Points = Array.ConvertAll(pairs, pair => pair.Point);
        PointsForOpenCv = Array.ConvertAll(Points, point => new Point3f(point.X, point.Y, point.Z));
    }

    /// <summary>Indices of the landmarks in the scheme.</summary>
    public int[] Landmarks { get; }

    /// <summary>The corresponding points of the head, in centimeters.</summary>
    public Vector3[] Points { get; }

    /// <summary>The same points in OpenCV's type.</summary>
    public Point3f[] PointsForOpenCv { get; }

    /// <summary>The points of a scheme; null if it has too few.</summary>
    public static RigidPoints? Of(LandmarkScheme scheme) => Known.GetValueOrDefault(scheme);

    private static (int, Vector3)[] Eyes(int rightOuter, int rightInner, int leftInner, int leftOuter) =>
    [
        (rightOuter, HeadModel.Mirrored(HeadModel.LeftEyeOuter)),
        (rightInner, HeadModel.Mirrored(HeadModel.LeftEyeInner)),
        (leftInner, HeadModel.LeftEyeInner),
        (leftOuter, HeadModel.LeftEyeOuter),
    ];

    /// <summary>Four points down the bridge and five from the right nostril to the left, as in iBUG and WFLW.</summary>
    private static RigidPoints OnWholeNose(int rightOuter, int rightInner, int leftInner, int leftOuter, int bridge, int nostrils) => new(
    [
        .. Eyes(rightOuter, rightInner, leftInner, leftOuter),
        (bridge, HeadModel.NoseBridge),
        (bridge + 1, HeadModel.UpperNose),
        (bridge + 2, HeadModel.LowerNose),
        (bridge + 3, HeadModel.NoseTip),
        (nostrils, HeadModel.Mirrored(HeadModel.LeftNostril)),
        (nostrils + 1, HeadModel.Mirrored(HeadModel.LeftNostrilInner)),
        (nostrils + 2, HeadModel.NoseBase),
        (nostrils + 3, HeadModel.LeftNostrilInner),
        (nostrils + 4, HeadModel.LeftNostril),
    ]);
}
