using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace LiveLandmarks.Overlays.Hosting;

/// <summary>Reads an assembly's metadata without loading the assembly.</summary>
internal static class PlugInFile
{
    // The assembly that held the contract up to version 1.
    private const string FirstContract = "LiveLandmarks.Overlays";

    private static readonly string ContractName = typeof(IOverlay).Assembly.GetName().Name!;

    /// <summary>The contract's version in this program.</summary>
    public static Version Contract { get; } = typeof(IOverlay).Assembly.GetName().Version!;

    /// <summary>Finds the plug-ins of a folder: assemblies in it, or in a subfolder with the assembly's name, that refer to the
    /// contract.</summary>
    /// <param name="folder">The folder.</param>
    public static IEnumerable<string> In(string folder) => Directory.EnumerateFiles(folder, "*.dll")
        .Concat(Directory.EnumerateDirectories(folder).Select(own => Path.Combine(own, Path.GetFileName(own) + ".dll")).Where(File.Exists))
        .Where(file => ContractOf(file) is not null)
        .Order(StringComparer.Ordinal);

    /// <summary>Throws unless an assembly was built against a contract that this program supports.</summary>
    /// <param name="path">The assembly.</param>
    /// <exception cref="OverlayException">It was built against another contract, or against none.</exception>
    public static void RequireContract(string path)
    {
        var built = ContractOf(path) ?? throw new OverlayException($"{path}: not an overlay plug-in: it does not refer to {ContractName}.");
        if (built.Major != Contract.Major || built.Minor > Contract.Minor)
        {
            throw new OverlayException(
                $"{path}: built against version {built.ToString(2)} of the overlay contract, and this program has " +
                    $"{Contract.ToString(2)}: rebuild the plug-in against that.");
        }
    }

    /// <summary>The contract version that a file was built against; null if it does not refer to the contract or is not an
    /// assembly.</summary>
    private static Version? ContractOf(string path)
    {
        try
        {
            using var reader = new PEReader(File.OpenRead(path));
            if (!reader.HasMetadata)
                return null;
            var metadata = reader.GetMetadataReader();
            var references = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
                .ToLookup(reference => metadata.GetString(reference.Name), reference => reference.Version);
            return references[ContractName].Concat(references[FirstContract]).FirstOrDefault();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException or OverflowException)
        {
            return null;
        }
    }
}
