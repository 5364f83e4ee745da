using OpenCvSharp;

namespace LiveLandmarks.Training.Data;

/// <summary>Covers parts of faces with masks and dark glasses.</summary>
internal static class FaceCovers
{
    /// <summary>Draws a mask and glasses, each with its probability. A face without the 68 points of iBUG stays as it is.</summary>
    /// <param name="picture">BGR, 8 bits; drawn upon.</param>
    /// <param name="scheme">The scheme of the points.</param>
    /// <param name="points">The face's landmarks in pixels.</param>
    /// <param name="augmentation">How often and how strongly.</param>
    /// <param name="covered">Receives the covered areas; null where they do not matter.</param>
    /// <param name="random">The sample's random numbers.</param>
    public static void Draw(
        Mat picture, LandmarkScheme scheme, Landmark[] points, Augmentation augmentation, CoveredAreas? covered, SampleRandom random)
    {
        var (mask, glasses) = (augmentation.Mask, augmentation.Glasses);
        var (masked, shaded) = (random.Happens(mask.Chance), random.Happens(glasses.Chance));
        if (scheme != LandmarkScheme.Ibug68 && scheme != LandmarkScheme.Ibug70)
            return;
        if (masked)
            FaceMask.Draw(picture, points, mask.Amount, covered, random);
        if (shaded)
            DarkGlasses.Draw(picture, points, glasses.Amount, covered, random);
    }
}
