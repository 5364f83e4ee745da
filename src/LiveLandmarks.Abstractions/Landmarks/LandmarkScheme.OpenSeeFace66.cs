namespace LiveLandmarks;

/// <content>OpenSeeFace.</content>
public sealed partial class LandmarkScheme
{
    /// <summary>
    /// The 66 points of OpenSeeFace (github.com/emilianavt/OpenSeeFace): those of <see cref="Ibug68"/> with one point at each mouth corner,
    /// 58 and 62, where iBUG has an outer and an inner one. Used to send results to receivers of that program. No model is trained on it,
    /// so <see cref="All"/> does not contain it.
    /// </summary>
    public static LandmarkScheme OpenSeeFace66 { get; } = new(
        "openseeface66",
        [
            new LandmarkGroup("jaw", FacialFeature.Jaw, 0, 17, false),
            new LandmarkGroup("right brow", FacialFeature.Brow, 17, 5, false),
            new LandmarkGroup("left brow", FacialFeature.Brow, 22, 5, false),
            new LandmarkGroup("nose bridge", FacialFeature.Nose, 27, 4, false),
            new LandmarkGroup("nostrils", FacialFeature.Nose, 31, 5, false),
            new LandmarkGroup("right eye", FacialFeature.Eye, 36, 6, true),
            new LandmarkGroup("left eye", FacialFeature.Eye, 42, 6, true),
            new LandmarkGroup("upper lip, outer", FacialFeature.Lips, 48, 5, false),
            new LandmarkGroup("lower lip, outer", FacialFeature.Lips, 53, 5, false),
            new LandmarkGroup("inner lips", FacialFeature.Lips, 58, 8, true),
        ],
        [
            16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0,
            26, 25, 24, 23, 22, 21, 20, 19, 18, 17,
            27, 28, 29, 30, 35, 34, 33, 32, 31,
            45, 44, 43, 42, 47, 46, 39, 38, 37, 36, 41, 40,
            52, 51, 50, 49, 48, 57, 56, 55, 54, 53,
            62, 61, 60, 59, 58, 65, 64, 63,
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
            LandmarkCurve.Through("upper lip, outer", 58, 48, 49, 50, 51, 52, 62),
            LandmarkCurve.Along("upper lip, inner", 58, 62),
            LandmarkCurve.Through("lower lip, outer", 58, 57, 56, 55, 54, 53, 62),
            LandmarkCurve.Through("lower lip, inner", 58, 65, 64, 63, 62),
        ]);
}
