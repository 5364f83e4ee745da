namespace LiveLandmarks.Training.Data.Detection;

/// <summary>The faces of a scene, in its pixels.</summary>
internal sealed class Scene
{
    /// <summary>Faces that are visible by at least this share must be found; the others may be found.</summary>
    private const float NeededShare = 0.5f;

    /// <summary>The faces that must be found.</summary>
    public List<FaceBox> Faces { get; } = [];

    /// <summary>The faces that may or may not be found.</summary>
    public List<FaceBox> Unsure { get; } = [];

    /// <summary>Empties the scene.</summary>
    public void Clear()
    {
        Faces.Clear();
        Unsure.Clear();
    }

    /// <summary>Adds a face, which must be found if enough of it is visible.</summary>
    /// <param name="face">The whole face.</param>
    /// <param name="window">The part of the scene in which it is painted.</param>
    public void Add(FaceBox face, FaceBox window) => (face.ShareInside(window) >= NeededShare ? Faces : Unsure).Add(face);

    /// <summary>Covers everything outside a window.</summary>
    /// <param name="window">The part that stays visible.</param>
    public void CutTo(FaceBox window)
    {
        Unsure.AddRange(Faces.Where(face => face.ShareInside(window) < NeededShare));
        Faces.RemoveAll(face => face.ShareInside(window) < NeededShare);
    }
}
