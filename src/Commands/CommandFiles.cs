using LiveLandmarks.Output;

namespace LiveLandmarks.Commands;

/// <summary>
/// The files that a command reads and writes. They are declared before any of them is opened, so that none is overwritten by mistake: no
/// output may be an input, and no two outputs may be the same file. Files are compared by identity, not by the spelling of their paths.
/// </summary>
internal sealed class CommandFiles
{
    private readonly List<Func<IEnumerable<(string What, string Path)>>> inputs = [];
    private readonly List<(string What, string Path)> outputs = [];

    /// <summary>Declares an input.</summary>
    /// <param name="what">The option or argument, such as <c>IN</c>.</param>
    /// <param name="path">A file, or a folder, which stands for its files. Anything else, such as a camera, is ignored.</param>
    public CommandFiles Reads(string what, string? path)
    {
        if (path is null)
            return this;
        if (Uri.TryCreate(path, UriKind.Absolute, out var address) && address.IsFile)
            path = address.LocalPath;
        return Directory.Exists(path) ? Reads(what, () => Directory.EnumerateFiles(path)) : Reads(what, () => [path]);
    }

    /// <summary>Declares inputs.</summary>
    /// <param name="what">The option or argument.</param>
    /// <param name="paths">Lists the inputs; called only if an output exists already.</param>
    public CommandFiles Reads(string what, Func<IEnumerable<string>> paths)
    {
        inputs.Add(() => paths().Select(path => (what, path)));
        return this;
    }

    /// <summary>Declares an output.</summary>
    /// <param name="what">The option, such as <c>--json</c>.</param>
    /// <param name="path">A file, or <c>-</c>; null if the option is not given.</param>
    public CommandFiles Writes(string what, string? path)
    {
        if (path is not (null or JsonLinesWriter.StandardOutput))
            outputs.Add((what, path));
        return this;
    }

    /// <summary>Declares outputs in a folder.</summary>
    /// <param name="what">The option that names the folder, such as <c>--out</c>.</param>
    /// <param name="folder">The folder; null if the option is not given.</param>
    /// <param name="names">The names of the files.</param>
    /// <exception cref="OutputException">The path is that of a file.</exception>
    public CommandFiles WritesInto(string what, string? folder, params IEnumerable<string> names)
    {
        if (folder is null)
            return this;
        OutputFile.RequireNoFile(folder);
        foreach (var name in names)
            Writes(what, Path.Combine(folder, name));
        return this;
    }

    /// <summary>Throws if a file would be overwritten by mistake.</summary>
    /// <exception cref="UsageException">An output is the same file as an input or another output.</exception>
    /// <exception cref="OutputException">The path of an output is that of a folder.</exception>
    public void Check()
    {
        Dictionary<FileIdentity, (string What, string Path)> taken = [];
        foreach (var output in outputs)
        {
            OutputFile.RequireNoFolder(output.Path);
            var file = FileIdentity.Of(output.Path);
            if (!file.IsDevice && !taken.TryAdd(file, output))
                throw new UsageException(
                    $"{output.Path} ({output.What}) is the same file as {taken[file].Path} ({taken[file].What}), and one would replace " +
                    "the other; give them different names.");
        }
        if (!outputs.Exists(output => File.Exists(output.Path)))
            return;
        foreach (var input in inputs.SelectMany(paths => paths()))
        {
            if (taken.TryGetValue(FileIdentity.Of(input.Path), out var output))
                throw new UsageException(
                    $"{output.Path} ({output.What}) would replace {input.Path}, which is read ({input.What}); choose another name.");
        }
    }
}
