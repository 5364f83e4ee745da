using LiveLandmarks.Geometry;

namespace LiveLandmarks.Training.Data.Detection;

/// <summary>What a scene shows, in its pixels.</summary>
internal sealed class Scene
{
    /// <summary>Faces of which at least this share can be seen must be found; the others may be.</summary>
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

    /// <summary>Adds a face by how much of it can be seen.</summary>
    /// <param name="face">The whole face.</param>
    /// <param name="window">The part of the scene in which it is painted.</param>
    public void Add(FaceBox face, FaceBox window) => (ShareIn(face, window) >= NeededShare ? Faces : Unsure).Add(face);

    /// <summary>Covers everything outside a window.</summary>
    /// <param name="window">The part that stays visible.</param>
    public void CutTo(FaceBox window)
    {
        Unsure.AddRange(Faces.Where(face => ShareIn(face, window) < NeededShare));
        Faces.RemoveAll(face => ShareIn(face, window) < NeededShare);
    }

    private static float ShareIn(FaceBox face, FaceBox window)
    {
        var width = MathF.Min(face.X + face.Width, window.X + window.Width) - MathF.Max(face.X, window.X);
        var height = MathF.Min(face.Y + face.Height, window.Y + window.Height) - MathF.Max(face.Y, window.Y);
        return MathF.Max(0, width) * MathF.Max(0, height) / (face.Width * face.Height);
    }
}
