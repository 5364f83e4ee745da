using System.Reflection;
using System.Runtime.Loader;
using OpenCvSharp;

namespace LiveLandmarks.Overlays.Hosting;

/// <summary>
/// Loads a plug-in's assemblies: its own copies of its dependencies, except those that it shares with the program. The assemblies are
/// read into memory, so that their files can be replaced while they are in use.
/// </summary>
/// <param name="folder">Folder of the plug-in.</param>
internal sealed class PlugInContext(string folder) : AssemblyLoadContext(null, isCollectible: true)
{
    private static readonly HashSet<string> Shared = [typeof(IOverlay).Assembly.GetName().Name!, typeof(Mat).Assembly.GetName().Name!];

    /// <summary>Loads an assembly from a file, with its debugging information if that is beside the file.</summary>
    /// <param name="path">The file.</param>
    public Assembly LoadFile(string path)
    {
        using var code = new MemoryStream(File.ReadAllBytes(path));
        var symbols = Path.ChangeExtension(path, ".pdb");
        if (!File.Exists(symbols))
            return LoadFromStream(code);
        using var debug = new MemoryStream(File.ReadAllBytes(symbols));
        return LoadFromStream(code, debug);
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var file = Path.Combine(folder, assemblyName.Name + ".dll");
        return Shared.Contains(assemblyName.Name!) || !File.Exists(file) ? null : LoadFile(file);
    }
}
