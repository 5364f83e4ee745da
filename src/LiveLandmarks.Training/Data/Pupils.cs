using LiveLandmarks.Expression;

namespace LiveLandmarks.Training.Data;

/// <summary>The pupils of <see cref="LandmarkScheme.Ibug70"/>, which closed lids hide.</summary>
internal static class Pupils
{
    /// <summary>Index of the right one; the left one follows.</summary>
    public const int Right = 68;

    /// <summary>Lids whose mean gap is a smaller share of the eye's width hide the pupil.</summary>
    public const float NarrowestGap = 0.13f;

    /// <summary>Whether a scheme has them.</summary>
    public static bool In(LandmarkScheme scheme) => scheme == LandmarkScheme.Ibug70;

    /// <summary>Sets the confidence of each pupil behind closed lids to 0. Other schemes have none to set.</summary>
    /// <param name="scheme">What the points mean.</param>
    /// <param name="points">One landmark per scheme entry, image pixels; changed.</param>
    public static void Hide(LandmarkScheme scheme, Landmark[] points)
    {
        if (!In(scheme))
            return;
        var eyes = FaceApertures.Of(scheme)!;
        HideOne(points, Right, eyes.RightEye);
        HideOne(points, Right + 1, eyes.LeftEye);
    }

    private static void HideOne(Landmark[] points, int pupil, Aperture eye)
    {
        if (!(eye.AspectInPicture(points) >= NarrowestGap))
            points[pupil] = points[pupil] with { Confidence = 0 };
    }
}
