namespace LiveLandmarks.Overlays.Hosting;

/// <summary>A plug-in that is loaded, until it is unloaded.</summary>
internal sealed class PlugIn
{
    private readonly PlugInContext context;

    private PlugIn(string path, PlugInContext context)
    {
        (Path, this.context) = (path, context);
        Kinds = OverlayKind.In(context.LoadFile(path), System.IO.Path.GetDirectoryName(path)!, path);
    }

    /// <summary>Its file.</summary>
    public string Path { get; }

    /// <summary>The overlays that it brings.</summary>
    public IReadOnlyList<OverlayKind> Kinds { get; private set; }

    /// <summary>Loads a plug-in.</summary>
    /// <param name="path">Its assembly.</param>
    /// <exception cref="OverlayException">It is none, was built against another contract, or lacks something.</exception>
    public static PlugIn Load(string path)
    {
        PlugInFile.RequireContract(path);
        var context = new PlugInContext(System.IO.Path.GetDirectoryName(path)!);
        try
        {
            return new PlugIn(path, context);
        }
        catch (Exception e)
        {
            context.Unload();
            throw e as OverlayException ?? new OverlayException($"{path}: the plug-in cannot be loaded: {e.Message}", e);
        }
    }

    /// <summary>Lets go of the assemblies: they are gone once none of their overlays is in use.</summary>
    public void Unload()
    {
        Kinds = [];
        context.Unload();
    }
}
