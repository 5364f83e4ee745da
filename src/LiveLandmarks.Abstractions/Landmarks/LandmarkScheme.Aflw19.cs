namespace LiveLandmarks;

/// <content>AFLW.</content>
public sealed partial class LandmarkScheme
{
    /// <summary>
    /// The 19 points of AFLW (Köstinger et al., ICCV workshops 2011) in the revision of Zhu et al. (CVPR 2016), which leaves out the ears
    /// and also annotates hidden points. Numbered from 0, the person's right first. NME divides by the side of the face's box.
    /// </summary>
    public static LandmarkScheme Aflw19 { get; } = new(
        "aflw19",
        [
            new LandmarkGroup("right brow", FacialFeature.Brow, 0, 3, false),
            new LandmarkGroup("left brow", FacialFeature.Brow, 3, 3, false),
            new LandmarkGroup("right eye", FacialFeature.Eye, 6, 3, false),
            new LandmarkGroup("left eye", FacialFeature.Eye, 9, 3, false),
            new LandmarkGroup("nose", FacialFeature.Nose, 12, 3, false),
            new LandmarkGroup("lips", FacialFeature.Lips, 15, 3, false),
            new LandmarkGroup("chin", FacialFeature.Jaw, 18, 1, false),
        ],
        MirrorOf(19, (0, 5), (1, 4), (2, 3), (6, 11), (7, 10), (8, 9), (12, 14), (15, 17)),
        (6, 11),
        Normalizer.Box,
        [
            LandmarkCurve.Along("right brow", 0, 2),
            LandmarkCurve.Along("left brow", 3, 5),
            LandmarkCurve.Along("right eye", 6, 8),
            LandmarkCurve.Along("left eye", 9, 11),
            LandmarkCurve.Along("nose", 12, 14),
            LandmarkCurve.Along("lips", 15, 17),
        ]);
}
