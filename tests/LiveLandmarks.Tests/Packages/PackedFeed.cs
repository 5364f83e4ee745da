using System.Diagnostics;
using System.Xml.Linq;

namespace LiveLandmarks.Tests.Packages;

/// <summary>The packages of this repository in a folder outside it, with a NuGet configuration that lists them. Programs there restore
/// into a separate folder.</summary>
public sealed class PackedFeed : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    // Folder that already contains the packages; if unset, they are built.
    private const string Packed = "LIVELANDMARKS_PACKAGES";

    private readonly TempFolder folder = new();

    /// <summary>The version of the packages.</summary>
    public static string Version { get; } = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version")
        .Single().Value;

    public string Packages { get; private set; } = "";

    public string Configuration => folder.File("nuget.config");

    public async Task InitializeAsync()
    {
        Packages = Environment.GetEnvironmentVariable(Packed) ?? folder.File("feed");
        if (!Directory.Exists(Packages))
            await RunAsync(Repository.Root, "bash", ["build.sh", "pack"], (Packed, Packages));
        var cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        new XElement("configuration",
            new XElement("packageSources", Add("packed", Packages)),
            new XElement("config", Add("globalPackagesFolder", folder.File("packages"))),
            new XElement("fallbackPackageFolders", Directory.Exists(cache) ? Add("cache", cache) : null)).Save(Configuration);

        static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    /// <summary>Creates a folder for a program, with a picture and a clip in it.</summary>
    public string Program(string name, string sdk, string[] packages, string source)
    {
        var place = Directory.CreateDirectory(folder.File(name)).FullName;
        File.WriteAllText(Path.Combine(place, $"{name}.csproj"), $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(packages.Select(package => $"<PackageReference Include=\"{package}\" Version=\"{Version}\" />"))}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(place, "Program.cs"), source);
        return Inputs(place);
    }

    /// <summary>Puts a picture and a clip into a folder.</summary>
    public static string Inputs(string place)
    {
        Directory.CreateDirectory(place);
        File.Copy(Repository.Media("astronaut.png"), Path.Combine(place, "me.png"));
        File.Copy(Repository.Media("collins.mp4"), Path.Combine(place, "talk.mp4"));
        return place;
    }

    public string Place(string name) => folder.File(name);

    /// <summary>Runs a program to its end and asserts that it succeeds.</summary>
    /// <returns>The standard output.</returns>
    public static async Task<string> RunAsync(
        string place, string program, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments)
            { WorkingDirectory = place, RedirectStandardOutput = true, RedirectStandardError = true };
        // Variables that the build running the tests sets for its own processes.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["DOTNET_ROOT"] =
            Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var limit = new CancellationTokenSource(Limit);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0,
            $"{program} {string.Join(' ', arguments)}: exit code {process.ExitCode}\n{await output}\n{await error}");
        return await output;
    }
}
