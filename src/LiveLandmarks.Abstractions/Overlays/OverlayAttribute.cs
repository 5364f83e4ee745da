namespace LiveLandmarks.Overlays;

/// <summary>Makes a class that implements <see cref="IOverlay"/> known.</summary>
/// <param name="name">What users call it, such as <c>sunglasses</c>: lower case, unique among all overlays.</param>
/// <param name="description">What it does, in a few words.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OverlayAttribute(string name, string description) : Attribute
{
    /// <summary>What users call it.</summary>
    public string Name { get; } = name;

    /// <summary>What it does.</summary>
    public string Description { get; } = description;

    /// <summary>
    /// Whether nobody may see a frame that this overlay did not draw onto, as with one that hides faces: when it fails, the whole picture
    /// is blurred beyond recognition.
    /// </summary>
    public bool FailsClosed { get; init; }
}
