namespace LiveLandmarks.Overlays.Rendering;

/// <summary>What is drawn onto a frame.</summary>
public sealed record RenderOptions
{
    /// <summary>A dot on each landmark.</summary>
    public bool Points { get; init; } = true;

    /// <summary>Lines along each facial feature, one color per feature.</summary>
    public bool Edges { get; init; } = true;

    /// <summary>The bounding box of the landmarks.</summary>
    public bool Box { get; init; }

    /// <summary>The face's id and score above it.</summary>
    public bool Id { get; init; } = true;

    /// <summary>The head's axes from the tip of the nose, 5 cm each: red to the person's left, green to the chin, blue where the face
    /// points.</summary>
    public bool Pose { get; init; }

    /// <summary>A line from each pupil, where the eye looks; for models that find pupils.</summary>
    public bool Gaze { get; init; }

    /// <summary>The strongest of ARKit's movements, as bars beside the face.</summary>
    public bool Movements { get; init; }

    /// <summary>The raw landmarks instead of the smoothed ones.</summary>
    public bool Raw { get; init; }
}
