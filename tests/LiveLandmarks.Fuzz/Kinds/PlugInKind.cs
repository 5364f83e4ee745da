using LiveLandmarks.Overlays.Hosting;

namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>
/// Folders of plug-ins: files that are inspected, loaded and listed, in the places where plug-ins may be. Plug-ins are not run: a plug-in
/// has all rights of the program, and no host can protect itself from broken machine code.
/// </summary>
internal sealed class PlugInKind() : InputKind("plug-in")
{
    public override IReadOnlyList<Seed> Seeds()
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\'));
        var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "ArOverlay", configuration));
        return [new Seed(".dll", File.ReadAllBytes(Path.Combine(folder, "ArOverlay.dll"))),
            new Seed(".dll", File.ReadAllBytes(Path.Combine(folder, "ArOverlay.pdb")))];
    }

    public override void Try(string path)
    {
        var content = File.ReadAllBytes(path);
        using var folder = new TempFolder();
        // The place depends on the content, so that a replay uses the same place.
        switch (content.Aggregate(content.Length, (sum, next) => unchecked(sum * 31 + next)) & 7)
        {
            case 0:
                folder.Write("own/own.dll", content);
                break;
            case 1:
                folder.Write("overlay.dll", content);
                folder.Write("overlay.pdb", content);
                break;
            case 2:
                folder.Write("overlay.dll/overlay.dll.dll", content);
                File.CreateSymbolicLink(folder.File("gone.dll"), folder.File("nowhere.dll"));
                break;
            case 3:
                folder.Write("one.dll", content);
                folder.Write("two.dll", content);
                break;
            default:
                folder.Write("overlay.dll", content);
                break;
        }
        using var catalog = new OverlayCatalog(folder.Path);
        foreach (var line in catalog.Problems.Append(
            string.Join(' ', catalog.Overlays.Select(overlay => overlay.Name + overlay.Description))))
            ArgumentNullException.ThrowIfNull(line);
    }
}
