namespace LiveLandmarks.Training.Data;

/// <summary>
/// How training samples are disturbed. Amounts are maxima, drawn evenly up to them; pixels are those of the network's 256×256 input.
/// The geometry defaults to that of the AWing paper (section 6.2): rotation ±50°, translation ±25 px, mirrored half of the time, scale ±15
/// %.
/// </summary>
public sealed record Augmentation
{
    /// <summary>Nothing is disturbed, as for evaluation.</summary>
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

    /// <summary>What the AWing paper names and no more: the geometry, blur, noise and occlusion.</summary>
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
    public Dose Rotation { get; init; } = new(1, 50);

    /// <summary>
    /// Whether crops roll with the face before anything else, so that the network sees it level, as the second of two stages does
    /// (Feng et al., "Wing Loss", CVPR 2018, section 6), and as every frame of a followed face.
    /// </summary>
    public bool Level { get; init; }

    /// <summary>Shift in pixels of a 256×256 input, each way along both axes.</summary>
    public Dose Translation { get; init; } = new(1, 25);

    /// <summary>Share by which the face grows or shrinks.</summary>
    public Dose Scale { get; init; } = new(1, 0.15f);

    /// <summary>Probability of a mirrored picture, left and right landmarks exchanged.</summary>
    public float MirrorChance { get; init; } = 0.5f;

    /// <summary>Probability that the crop comes from the face's box, where it has one, as a detector's does, instead of its
    /// landmarks.</summary>
    public float BoxCropChance { get; init; }

    /// <summary>How often a placement that pushes landmarks out of the crop is drawn again; after that they stay out.</summary>
    public int Redraws { get; init; } = 4;

    /// <summary>
    /// Share of the lids' gap by which eyes are shut in the picture, and their landmarks with them; a third of those drawn are shut as far
    /// as that goes, and one in seven is a wink. None unless asked for: the paper does without.
    /// </summary>
    public Dose ShutEyes { get; init; }

    /// <summary>
    /// A mask over mouth and nose, of any color and texture; the amount is the most by which its outline strays, as a share of the face's
    /// width. Only for schemes with the 68 points of iBUG; none unless asked for.
    /// </summary>
    public Dose Mask { get; init; }

    /// <summary>Dark glasses, from small round ones to such that cover the brows; the amount is how much of what is behind them is gone at
    /// most, 0 to 1. As <see cref="Mask"/>.</summary>
    public Dose Glasses { get; init; }

    /// <summary>
    /// Height of the heatmap of a landmark that <see cref="Mask"/>, <see cref="Glasses"/> or <see cref="Occlusion"/> covers wholly, above 0
    /// to 1. Below 1 the network says by its peaks what it sees and what it guesses.
    /// </summary>
    public float CoveredHeight { get; init; } = 1;

    /// <summary>
    /// Stops by which the light fades, from 1: each halves it, and shadows fade further. What is left drowns in the sensor's noise and in
    /// whole grey levels; in half of the samples it is brightened again, as the library does with dark pictures. Colors and noise are then
    /// disturbed no further. None unless asked for.
    /// </summary>
    public Dose Darkness { get; init; }

    /// <summary>Heads turned in the picture, by a 3-D face model (<see cref="LoaderOptions.FaceModel"/>), before the crop is placed. None
    /// unless asked for.</summary>
    public TurnDose Turn { get; init; }

    /// <summary>Standard deviation of a Gaussian blur in pixels.</summary>
    public Dose Blur { get; init; } = new(0.2f, 2.5f);

    /// <summary>Length of a blur along x or y in pixels, as of a moving face.</summary>
    public Dose MotionBlur { get; init; } = new(0.1f, 11);

    /// <summary>Standard deviation of Gaussian noise in grey levels of 255.</summary>
    public Dose Noise { get; init; } = new(0.2f, 14);

    /// <summary>Side of a covering rectangle as a share of the crop's side.</summary>
    public Dose Occlusion { get; init; } = new(0.3f, 0.5f);

    /// <summary>Change of all channels as a share of white.</summary>
    public Dose Brightness { get; init; } = new(0.5f, 0.2f);

    /// <summary>Share by which the distance from the mean grey grows or shrinks.</summary>
    public Dose Contrast { get; init; } = new(0.5f, 0.4f);

    /// <summary>Share by which colors grow stronger or fainter.</summary>
    public Dose Saturation { get; init; } = new(0.5f, 0.5f);

    /// <summary>Turn of the color circle in degrees either way.</summary>
    public Dose Hue { get; init; } = new(0.3f, 18);

    /// <summary>Probability of a picture without colors.</summary>
    public float GreyChance { get; init; } = 0.1f;

    /// <summary>Factor by which the resolution is reduced, from 1.</summary>
    public Dose LowResolution { get; init; } = new(0.2f, 4);

    /// <summary>Loss of JPEG quality from 100: 80 compresses at qualities from 20 up.</summary>
    public Dose Jpeg { get; init; } = new(0.2f, 80);
}
