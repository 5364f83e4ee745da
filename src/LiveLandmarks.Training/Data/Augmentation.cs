namespace LiveLandmarks.Training.Data;

/// <summary>
/// The random changes of training samples. Amounts are maxima, and values are drawn uniformly up to them; pixels are those of the network's
/// 256×256 input. The geometry defaults to that of the AWing paper (section 6.2): rotation ±50°, translation ±25 px, mirrored half of the
/// time, scale ±15 %.
/// </summary>
public sealed record Augmentation
{
    /// <summary>No changes, as for evaluation.</summary>
    public static Augmentation None { get; } = new()
    {
        Rotation = default,
        Translation = default,
        Scale = default,
        MirrorChance = 0,
        BoxCropChance = 0,
        ShutEyes = default,
        Mask = default,
        Glasses = default,
        Darkness = default,
        Turn = default,
        Redraws = 0,
        Blur = default,
        MotionBlur = default,
        Noise = default,
        Occlusion = default,
        Brightness = default,
        Contrast = default,
        Saturation = default,
        Hue = default,
        GreyChance = 0,
        LowResolution = default,
        Jpeg = default,
    };

    /// <summary>Only the changes that the AWing paper names: geometry, blur, noise and occlusion.</summary>
    public static Augmentation Paper { get; } = new()
    {
        MotionBlur = default,
        Brightness = default,
        Contrast = default,
        Saturation = default,
        Hue = default,
        GreyChance = 0,
        LowResolution = default,
        Jpeg = default,
    };

    /// <summary>Roll in degrees either way.</summary>
    public Strength Rotation { get; init; } = new(1, 50);

    /// <summary>
    /// Whether crops are first rolled with the face, so that the network sees it level, as the second of two stages does (Feng et al.,
    /// "Wing Loss", CVPR 2018, section 6), and as every frame of a tracked face shows it.
    /// </summary>
    public bool Level { get; init; }

    /// <summary>Shift in pixels of a 256×256 input, each way along both axes.</summary>
    public Strength Translation { get; init; } = new(1, 25);

    /// <summary>Share by which the face grows or shrinks.</summary>
    public Strength Scale { get; init; } = new(1, 0.15f);

    /// <summary>Probability of a mirrored picture, left and right landmarks exchanged.</summary>
    public float MirrorChance { get; init; } = 0.5f;

    /// <summary>Probability that the crop comes from the face's box, if it has one, as with a detector, instead of from its
    /// landmarks.</summary>
    public float BoxCropChance { get; init; }

    /// <summary>How often a placement that pushes landmarks out of the crop is drawn again; after that, they stay outside.</summary>
    public int Redraws { get; init; } = 4;

    /// <summary>
    /// Share of the lids' gap by which eyes, and their landmarks, are shut in the picture; a third of the changes use the full amount, and
    /// one in seven is a wink. Off by default: the paper does not use it.
    /// </summary>
    public Strength ShutEyes { get; init; }

    /// <summary>
    /// A mask over mouth and nose, of any color and texture; the amount is the largest deviation of its outline, as a share of the face's
    /// width. Only for schemes with the 68 points of iBUG; off by default.
    /// </summary>
    public Strength Mask { get; init; }

    /// <summary>Dark glasses, from small round ones to big ones that cover the brows; the amount is the largest opacity, 0 to 1. For the
    /// same schemes as <see cref="Mask"/>; off by default.</summary>
    public Strength Glasses { get; init; }

    /// <summary>
    /// Height of the heatmap of a landmark that <see cref="Mask"/>, <see cref="Glasses"/> or <see cref="Occlusion"/> covers completely,
    /// above 0 to 1. Below 1, the height of a peak tells whether the network sees a landmark or guesses it.
    /// </summary>
    public float CoveredHeight { get; init; } = 1;

    /// <summary>
    /// Stops by which the light fades, at least 1: each halves it, and shadows fade further. Sensor noise and rounding to gray levels
    /// follow; half of the dark samples are brightened again, as the library does with dark pictures. Dark samples get no other change of
    /// colors or noise. Off by default.
    /// </summary>
    public Strength Darkness { get; init; }

    /// <summary>Turns heads in the picture with a 3-D face model (<see cref="LoaderOptions.FaceModel"/>), before the crop is placed. Off by
    /// default.</summary>
    public TurnStrength Turn { get; init; }

    /// <summary>Standard deviation of a Gaussian blur in pixels.</summary>
    public Strength Blur { get; init; } = new(0.2f, 2.5f);

    /// <summary>Length of a blur along x or y in pixels, as from a moving face.</summary>
    public Strength MotionBlur { get; init; } = new(0.1f, 11);

    /// <summary>Standard deviation of Gaussian noise in gray levels of 255.</summary>
    public Strength Noise { get; init; } = new(0.2f, 14);

    /// <summary>Side of a covering rectangle as a share of the crop's side.</summary>
    public Strength Occlusion { get; init; } = new(0.3f, 0.5f);

    /// <summary>Change of all channels as a share of white.</summary>
    public Strength Brightness { get; init; } = new(0.5f, 0.2f);

    /// <summary>Share by which the distance from the mean gray grows or shrinks.</summary>
    public Strength Contrast { get; init; } = new(0.5f, 0.4f);

    /// <summary>Share by which colors grow stronger or fainter.</summary>
    public Strength Saturation { get; init; } = new(0.5f, 0.5f);

    /// <summary>Rotation of the color circle in degrees either way.</summary>
    public Strength Hue { get; init; } = new(0.3f, 18);

    /// <summary>Probability of a picture without colors.</summary>
    public float GreyChance { get; init; } = 0.1f;

    /// <summary>Factor by which the resolution is reduced, from 1.</summary>
    public Strength LowResolution { get; init; } = new(0.2f, 4);

    /// <summary>Loss of JPEG quality from 100: 80 compresses at qualities from 20 up.</summary>
    public Strength Jpeg { get; init; } = new(0.2f, 80);
}
