namespace LiveLandmarks.Overlays;

/// <summary>Registers a class that implements <see cref="IOverlay"/> as an overlay.</summary>
/// <param name="name">The name that users type, such as <c>sunglasses</c>: lower case, unique among all overlays.</param>
/// <param name="description">What it does, in a few words.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OverlayAttribute(string name, string description) : Attribute
{
    /// <summary>The name that users type.</summary>
    public string Name { get; } = name;

    /// <summary>What it does.</summary>
    public string Description { get; } = description;

    /// <summary>
    /// Whether no frame may be shown that this overlay did not draw onto, as for an overlay that hides faces. If such an overlay fails, the
    /// whole picture is blurred beyond recognition.
    /// </summary>
    public bool FailsClosed { get; init; }
}
