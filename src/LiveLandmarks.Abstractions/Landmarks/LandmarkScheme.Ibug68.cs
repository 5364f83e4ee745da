namespace LiveLandmarks;

/// <content>300-W.</content>
public sealed partial class LandmarkScheme
{
    /// <summary>
    /// The 68 points of the iBUG group's 300-W annotations (Sagonas et al., ICCV workshops 2013),
    /// numbered from 0: jaw, brows, nose, eyes, outer lips, inner lips. The person's right comes first.
    /// </summary>
    public static LandmarkScheme Ibug68 { get; } = new(
        "ibug68",
        [
            new LandmarkGroup("jaw", FacialFeature.Jaw, 0, 17, false),
            new LandmarkGroup("right brow", FacialFeature.Brow, 17, 5, false),
            new LandmarkGroup("left brow", FacialFeature.Brow, 22, 5, false),
            new LandmarkGroup("nose bridge", FacialFeature.Nose, 27, 4, false),
            new LandmarkGroup("nostrils", FacialFeature.Nose, 31, 5, false),
            new LandmarkGroup("right eye", FacialFeature.Eye, 36, 6, true),
            new LandmarkGroup("left eye", FacialFeature.Eye, 42, 6, true),
            new LandmarkGroup("outer lips", FacialFeature.Lips, 48, 12, true),
            new LandmarkGroup("inner lips", FacialFeature.Lips, 60, 8, true),
        ],
        [
            16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0,
            26, 25, 24, 23, 22, 21, 20, 19, 18, 17,
            27, 28, 29, 30, 35, 34, 33, 32, 31,
            45, 44, 43, 42, 47, 46, 39, 38, 37, 36, 41, 40,
            54, 53, 52, 51, 50, 49, 48, 59, 58, 57, 56, 55,
            64, 63, 62, 61, 60, 67, 66, 65,
        ],
        (36, 45),
        Normalizer.Between("inter-ocular", 36, 45),
        [
            LandmarkCurve.Along("jaw", 0, 16),
            LandmarkCurve.Along("right brow", 17, 21),
            LandmarkCurve.Along("left brow", 22, 26),
            LandmarkCurve.Along("right upper eyelid", 36, 39),
            LandmarkCurve.Through("right lower eyelid", 36, 41, 40, 39),
            LandmarkCurve.Along("left upper eyelid", 42, 45),
            LandmarkCurve.Through("left lower eyelid", 42, 47, 46, 45),
            LandmarkCurve.Along("nose bridge", 27, 30),
            LandmarkCurve.Along("nostrils", 31, 35),
            LandmarkCurve.Along("upper lip, outer", 48, 54),
            LandmarkCurve.Along("upper lip, inner", 60, 64),
            LandmarkCurve.Through("lower lip, outer", 48, 59, 58, 57, 56, 55, 54),
            LandmarkCurve.Through("lower lip, inner", 60, 67, 66, 65, 64),
        ]);

    /// <summary>
    /// The points of <see cref="Ibug68"/>, then the centers of the pupils: 68 is the right one, 69 the left one. A pupil behind closed lids
    /// has confidence 0. It is defined in this file because <see cref="Ibug68"/> must be initialized first.
    /// </summary>
    public static LandmarkScheme Ibug70 { get; } = new(
        "ibug70",
        [
            .. Ibug68.Groups,
            new LandmarkGroup("right pupil", FacialFeature.Eye, 68, 1, false),
            new LandmarkGroup("left pupil", FacialFeature.Eye, 69, 1, false),
        ],
        [.. Ibug68.Mirror, 69, 68],
        Ibug68.OuterEyeCorners,
        Ibug68.Normalizer,
        Ibug68.Boundary,
        (68, 69));
}
