namespace LiveLandmarks;

/// <content>WFLW.</content>
public sealed partial class LandmarkScheme
{
    /// <summary>
    /// The 98 points of WFLW (Wu et al., "Look at Boundary", CVPR 2018), numbered from 0: jaw, brows as closed contours, nose, eyes, lips,
    /// pupils. The person's right comes first. The boundary is that of the reference implementation of AWing, which leaves out the lower
    /// edges of the brows.
    /// </summary>
    public static LandmarkScheme Wflw98 { get; } = new(
        "wflw98",
        [
            new LandmarkGroup("jaw", FacialFeature.Jaw, 0, 33, false),
            new LandmarkGroup("right brow", FacialFeature.Brow, 33, 9, true),
            new LandmarkGroup("left brow", FacialFeature.Brow, 42, 9, true),
            new LandmarkGroup("nose bridge", FacialFeature.Nose, 51, 4, false),
            new LandmarkGroup("nostrils", FacialFeature.Nose, 55, 5, false),
            new LandmarkGroup("right eye", FacialFeature.Eye, 60, 8, true),
            new LandmarkGroup("left eye", FacialFeature.Eye, 68, 8, true),
            new LandmarkGroup("outer lips", FacialFeature.Lips, 76, 12, true),
            new LandmarkGroup("inner lips", FacialFeature.Lips, 88, 8, true),
            new LandmarkGroup("right pupil", FacialFeature.Eye, 96, 1, false),
            new LandmarkGroup("left pupil", FacialFeature.Eye, 97, 1, false),
        ],
        [
            32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0,
            46, 45, 44, 43, 42, 50, 49, 48, 47,
            37, 36, 35, 34, 33, 41, 40, 39, 38,
            51, 52, 53, 54, 59, 58, 57, 56, 55,
            72, 71, 70, 69, 68, 75, 74, 73,
            64, 63, 62, 61, 60, 67, 66, 65,
            82, 81, 80, 79, 78, 77, 76, 87, 86, 85, 84, 83,
            92, 91, 90, 89, 88, 95, 94, 93,
            97, 96,
        ],
        (60, 72),
        Normalizer.Between("inter-ocular", 60, 72),
        [
            LandmarkCurve.Along("jaw", 0, 32),
            LandmarkCurve.Along("right brow", 33, 37),
            LandmarkCurve.Along("left brow", 42, 46),
            LandmarkCurve.Along("right upper eyelid", 60, 64),
            LandmarkCurve.Through("right lower eyelid", 60, 67, 66, 65, 64),
            LandmarkCurve.Along("left upper eyelid", 68, 72),
            LandmarkCurve.Through("left lower eyelid", 68, 75, 74, 73, 72),
            LandmarkCurve.Along("nose bridge", 51, 54),
            LandmarkCurve.Along("nostrils", 55, 59),
            LandmarkCurve.Along("upper lip, outer", 76, 82),
            LandmarkCurve.Along("upper lip, inner", 88, 92),
            LandmarkCurve.Through("lower lip, outer", 76, 87, 86, 85, 84, 83, 82),
            LandmarkCurve.Through("lower lip, inner", 88, 95, 94, 93, 92),
        ],
        (96, 97));
}
