namespace LiveLandmarks.Overlays.Hosting;

/// <summary>A loaded plug-in.</summary>
internal sealed class PlugIn
{
    private readonly PlugInContext context;

    private PlugIn(string path, PlugInContext context)
    {
        (Path, this.context) = (path, context);
        Kinds = OverlayKind.In(context.LoadFile(path), System.IO.Path.GetDirectoryName(path)!, path);
    }

    /// <summary>The plug-in's file.</summary>
    public string Path { get; }

    /// <summary>The overlays that it contains.</summary>
    public IReadOnlyList<OverlayKind> Kinds { get; private set; }

    /// <summary>Loads a plug-in.</summary>
    /// <param name="path">The plug-in's assembly.</param>
    /// <exception cref="OverlayException">The file is not a plug-in, was built against another contract, or cannot be loaded.</exception>
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

    /// <summary>Releases the assemblies. They are unloaded once none of their overlays is in use.</summary>
    public void Unload()
    {
        Kinds = [];
        context.Unload();
    }
}
