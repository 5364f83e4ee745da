namespace LiveLandmarks.Overlays.Hosting;

/// <summary>What there is to know of an overlay before it is opened.</summary>
/// <param name="Name">What users call it.</param>
/// <param name="Description">What it does, in a few words.</param>
/// <param name="FailsClosed">Whether pictures are hidden when it fails.</param>
/// <param name="PlugIn">File of the plug-in that brings it; null for those that ship.</param>
public sealed record OverlayInfo(string Name, string Description, bool FailsClosed, string? PlugIn);
