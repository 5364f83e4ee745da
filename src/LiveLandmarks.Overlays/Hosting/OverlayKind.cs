using System.Reflection;
using System.Runtime.ExceptionServices;

namespace LiveLandmarks.Overlays.Hosting;

/// <summary>An overlay class, from which overlays are made.</summary>
/// <param name="Type">The class.</param>
/// <param name="Info">The description from its attribute.</param>
/// <param name="Folder">Folder of its assembly.</param>
internal sealed record OverlayKind(Type Type, OverlayInfo Info, string Folder)
{
    /// <summary>Finds the overlay classes of an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="plugIn">The plug-in's file; null for built-in overlays.</param>
    /// <exception cref="OverlayException">A class with the attribute is not an overlay or cannot be created.</exception>
    public static OverlayKind[] In(Assembly assembly, string folder, string? plugIn)
    {
        List<OverlayKind> kinds = [];
        foreach (var type in assembly.GetExportedTypes())
        {
            if (type.GetCustomAttribute<OverlayAttribute>() is not { } attribute)
                continue;
            if (type.IsAbstract || !type.IsAssignableTo(typeof(IOverlay)) || type.GetConstructor(Type.EmptyTypes) is null)
                throw new OverlayException(
                    $"{plugIn ?? assembly.GetName().Name}: {type} must implement {nameof(IOverlay)} and have a public constructor " +
                    "without parameters.");
            kinds.Add(new OverlayKind(type, new OverlayInfo(attribute.Name, attribute.Description, attribute.FailsClosed, plugIn), folder));
        }
        return [.. kinds];
    }

    /// <summary>Makes an overlay and starts it.</summary>
    /// <param name="options">The user's options for overlays.</param>
    /// <exception cref="OverlayException">Its options cannot be used, or it throws this at its start.</exception>
    /// <exception cref="Exception">Any other exception that the overlay's code throws.</exception>
    public IOverlay Open(OverlayOptionsFile options)
    {
        var overlay = Create();
        try
        {
            options.ApplyTo(Info.Name, overlay);
            overlay.Start(new OverlayContext(Folder, options.Folder));
            return overlay;
        }
        catch
        {
            (overlay as IDisposable)?.Dispose();
            throw;
        }
    }

    private IOverlay Create()
    {
        try
        {
            return (IOverlay)Activator.CreateInstance(Type)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is { } thrown)
        {
            ExceptionDispatchInfo.Throw(thrown);
            throw;
        }
    }
}
