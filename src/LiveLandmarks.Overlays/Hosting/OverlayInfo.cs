namespace LiveLandmarks.Overlays.Hosting;

/// <summary>Describes an overlay before it is opened.</summary>
/// <param name="Name">The name that users type.</param>
/// <param name="Description">What it does, in a few words.</param>
/// <param name="FailsClosed">Whether pictures are hidden if it fails.</param>
/// <param name="PlugIn">File of the plug-in that contains it; null for built-in overlays.</param>
public sealed record OverlayInfo(string Name, string Description, bool FailsClosed, string? PlugIn);
