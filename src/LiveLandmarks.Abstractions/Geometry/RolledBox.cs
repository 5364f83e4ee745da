namespace LiveLandmarks;

/// <summary>Where a face was found, and how it is rolled.</summary>
/// <param name="Box">The box of the face after it is turned upright about the box's center, in image pixels.</param>
/// <param name="Roll">Roll of the face in radians: 0 for an upright face, positive clockwise on the screen.</param>
public readonly record struct RolledBox(FaceBox Box, float Roll = 0)
{
    /// <summary>The smallest axis-parallel box around the oval that the rolled box encloses, where the face is; in image pixels.</summary>
    public FaceBox Bounds
    {
        get
        {
            var (sine, cosine) = MathF.SinCos(Roll);
            var width = MathF.Sqrt(Box.Width * cosine * Box.Width * cosine + Box.Height * sine * Box.Height * sine);
            var height = MathF.Sqrt(Box.Width * sine * Box.Width * sine + Box.Height * cosine * Box.Height * cosine);
            return Box with { X = Box.CenterX - width / 2, Y = Box.CenterY - height / 2, Width = width, Height = height };
        }
    }
}
