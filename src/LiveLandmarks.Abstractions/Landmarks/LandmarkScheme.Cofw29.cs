namespace LiveLandmarks;

/// <content>COFW.</content>
public sealed partial class LandmarkScheme
{
    /// <summary>
    /// The 29 points of COFW (Burgos-Artizzu et al., ICCV 2013), numbered from 0. Right and left alternate, so each group is a single
    /// point. NME divides by the distance between the pupils.
    /// </summary>
    public static LandmarkScheme Cofw29 { get; } = new(
        "cofw29",
        [
            new LandmarkGroup("right brow, outer end", FacialFeature.Brow, 0, 1, false),
            new LandmarkGroup("left brow, outer end", FacialFeature.Brow, 1, 1, false),
            new LandmarkGroup("right brow, inner end", FacialFeature.Brow, 2, 1, false),
            new LandmarkGroup("left brow, inner end", FacialFeature.Brow, 3, 1, false),
            new LandmarkGroup("right brow, upper edge", FacialFeature.Brow, 4, 1, false),
            new LandmarkGroup("right brow, lower edge", FacialFeature.Brow, 5, 1, false),
            new LandmarkGroup("left brow, upper edge", FacialFeature.Brow, 6, 1, false),
            new LandmarkGroup("left brow, lower edge", FacialFeature.Brow, 7, 1, false),
            new LandmarkGroup("right eye, outer corner", FacialFeature.Eye, 8, 1, false),
            new LandmarkGroup("left eye, outer corner", FacialFeature.Eye, 9, 1, false),
            new LandmarkGroup("right eye, inner corner", FacialFeature.Eye, 10, 1, false),
            new LandmarkGroup("left eye, inner corner", FacialFeature.Eye, 11, 1, false),
            new LandmarkGroup("right upper eyelid", FacialFeature.Eye, 12, 1, false),
            new LandmarkGroup("right lower eyelid", FacialFeature.Eye, 13, 1, false),
            new LandmarkGroup("left upper eyelid", FacialFeature.Eye, 14, 1, false),
            new LandmarkGroup("left lower eyelid", FacialFeature.Eye, 15, 1, false),
            new LandmarkGroup("right pupil", FacialFeature.Eye, 16, 1, false),
            new LandmarkGroup("left pupil", FacialFeature.Eye, 17, 1, false),
            new LandmarkGroup("right nostril", FacialFeature.Nose, 18, 1, false),
            new LandmarkGroup("left nostril", FacialFeature.Nose, 19, 1, false),
            new LandmarkGroup("nose tip", FacialFeature.Nose, 20, 1, false),
            new LandmarkGroup("nose base", FacialFeature.Nose, 21, 1, false),
            new LandmarkGroup("right mouth corner", FacialFeature.Lips, 22, 1, false),
            new LandmarkGroup("left mouth corner", FacialFeature.Lips, 23, 1, false),
            new LandmarkGroup("upper lip, outer", FacialFeature.Lips, 24, 1, false),
            new LandmarkGroup("upper lip, inner", FacialFeature.Lips, 25, 1, false),
            new LandmarkGroup("lower lip, inner", FacialFeature.Lips, 26, 1, false),
            new LandmarkGroup("lower lip, outer", FacialFeature.Lips, 27, 1, false),
            new LandmarkGroup("chin", FacialFeature.Jaw, 28, 1, false),
        ],
        MirrorOf(29, (0, 1), (2, 3), (4, 6), (5, 7), (8, 9), (10, 11), (12, 14), (13, 15), (16, 17), (18, 19), (22, 23)),
        (8, 9),
        Normalizer.Between("inter-pupil", 16, 17),
        [
            LandmarkCurve.Through("right brow, upper edge", 0, 4, 2),
            LandmarkCurve.Through("right brow, lower edge", 0, 5, 2),
            LandmarkCurve.Through("left brow, upper edge", 1, 6, 3),
            LandmarkCurve.Through("left brow, lower edge", 1, 7, 3),
            LandmarkCurve.Through("right upper eyelid", 8, 12, 10),
            LandmarkCurve.Through("right lower eyelid", 8, 13, 10),
            LandmarkCurve.Through("left upper eyelid", 9, 14, 11),
            LandmarkCurve.Through("left lower eyelid", 9, 15, 11),
            LandmarkCurve.Through("nostrils", 18, 21, 19),
            LandmarkCurve.Through("upper lip, outer", 22, 24, 23),
            LandmarkCurve.Through("upper lip, inner", 22, 25, 23),
            LandmarkCurve.Through("lower lip, inner", 22, 26, 23),
            LandmarkCurve.Through("lower lip, outer", 22, 27, 23),
        ],
        (16, 17));
}
