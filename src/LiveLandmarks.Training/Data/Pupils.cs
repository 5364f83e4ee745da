using LiveLandmarks.Expression;

namespace LiveLandmarks.Training.Data;

/// <summary>The pupils of <see cref="LandmarkScheme.Ibug70"/>, which closed lids hide.</summary>
internal static class Pupils
{
    /// <summary>The pupil is hidden if the mean gap of the lids is a smaller share of the eye's width than this.</summary>
    public const float NarrowestGap = 0.13f;

    /// <summary>Sets the confidence of each pupil behind closed lids to 0. Other schemes have no pupils, or their data sets mark the pupils
    /// of shut eyes.</summary>
    /// <param name="scheme">The scheme of the points.</param>
    /// <param name="points">One landmark per scheme entry, image pixels; changed.</param>
    public static void Hide(LandmarkScheme scheme, Landmark[] points)
    {
        if (scheme != LandmarkScheme.Ibug70 || FaceApertures.Of(scheme) is not { } eyes || scheme.Pupils is not var (right, left))
            return;
        HideOne(points, right, eyes.RightEye);
        HideOne(points, left, eyes.LeftEye);
    }

    private static void HideOne(Landmark[] points, int pupil, Aperture eye)
    {
        if (!(eye.AspectInPicture(points) >= NarrowestGap))
            points[pupil] = points[pupil] with { Confidence = 0 };
    }
}
