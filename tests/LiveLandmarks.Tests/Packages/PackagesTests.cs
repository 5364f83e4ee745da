using System.IO.Compression;

namespace LiveLandmarks.Tests.Packages;

/// <summary>Programs outside the repository that use only its packages.</summary>
[Trait("Duration", "Long")]
public sealed class PackagesTests(PackedFeed feed) : IClassFixture<PackedFeed>
{
    private static readonly string[] Libraries = ["LiveLandmarks", "LiveLandmarks.Models", "LiveLandmarks.Runtime.Linux"];

    [LinuxFact]
    public async Task The_program_of_ten_lines_prints_the_faces_of_a_clip_and_of_a_picture()
    {
        const string program = """
            using LiveLandmarks;

            using var tracker = FaceTracker.Create();
            using var ended = new ManualResetEventSlim();
            using var camera = Camera.Open("talk.mp4").TrackFaces(tracker)
                .Subscribe(
                    result => Console.WriteLine($"{result.Time} {result.Faces.Count} {result.Faces.FirstOrDefault()?.Pose?.Yaw}"),
                    ended.Set);
            ended.Wait();

            var faces = FaceLandmarker.Detect("me.png");
            var (box, points) = (faces[0].Box, faces[0].Landmarks.Points);
            Console.WriteLine($"picture: {faces.Count} {points.Length} {box.CenterX:0} {box.CenterY:0}");
            """;
        var lines = await Run(feed.Program("Ten", "Microsoft.NET.Sdk", Libraries, program));
        Assert.True(lines.Count(line => line.Split(' ') is [_, "1", { Length: > 0 }]) > 200, string.Join('\n', lines));
        var picture = Assert.Single(lines, line => line.StartsWith("picture: ", StringComparison.Ordinal)).Split(' ');
        Assert.Equal(("1", "68"), (picture[1], picture[2]));
        Assert.InRange(int.Parse(picture[3], null), 205, 245);
        Assert.InRange(int.Parse(picture[4], null), 112, 152);
    }

    [LinuxFact]
    public async Task A_web_application_finds_the_face_of_an_uploaded_picture()
    {
        const string program = """
            using LiveLandmarks.Capture;
            using LiveLandmarks.Hosting;

            var builder = WebApplication.CreateBuilder(args);
            builder.Logging.ClearProviders();
            builder.Services.AddLiveLandmarks(options => options.Tracking = options.Tracking with { MaxFaces = 2 });
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            app.MapPost("/faces", async (HttpRequest request, FaceTrackerFactory factory) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                using var tracker = factory.Create();
                using var image = ImageFile.Decode(body.ToArray(), "upload");
                return tracker.Process(image, TimeSpan.Zero).Select(face => new { face.Id, Points = face.Landmarks.Points.Length });
            });
            await app.StartAsync();
            using var client = new HttpClient();
            var answer = await client.PostAsync(app.Urls.First() + "/faces", new ByteArrayContent(File.ReadAllBytes("me.png")));
            Console.WriteLine($"answer: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            await app.StopAsync();
            """;
        var lines = await Run(feed.Program("Site", "Microsoft.NET.Sdk.Web", Libraries, program));
        Assert.Contains("""answer: 200 [{"id":1,"points":68}]""", lines);
    }

    [LinuxFact]
    public async Task The_command_is_installed_as_a_tool_and_finds_the_face_of_a_picture()
    {
        var (tools, place) = (feed.Place("tools"), PackedFeed.Inputs(feed.Place("shell")));
        await PackedFeed.RunAsync(
            place, "dotnet", ["tool", "install", "LiveLandmarks.Cli", "--version", PackedFeed.Version, "--tool-path", tools, "--configfile",
            feed.Configuration]);
        await PackedFeed.RunAsync(place, Path.Combine(tools, "livelandmarks"), ["image", "me.png", "--out", "out"]);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(place, "out")));
        Assert.Contains("ibug68-standard", await PackedFeed.RunAsync(place, Path.Combine(tools, "livelandmarks"), ["models"]),
            StringComparison.Ordinal);
    }

    [LinuxFact]
    public void Every_package_has_its_metadata_readme_and_icon()
    {
        var packages = Directory.GetFiles(feed.Packages, "*.nupkg");
        Assert.True(packages.Length >= 13, string.Join(' ', packages));
        Assert.All(packages, package =>
        {
            using var archive = ZipFile.OpenRead(package);
            using var reader = new StreamReader(
                archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open());
            var text = reader.ReadToEnd();
            Assert.Contains($"<version>{PackedFeed.Version}</version>", text, StringComparison.Ordinal);
            Assert.Contains("<license type=", text, StringComparison.Ordinal);
            Assert.Contains("<readme>PACKAGE.md</readme>", text, StringComparison.Ordinal);
            Assert.Contains("<icon>icon.png</icon>", text, StringComparison.Ordinal);
            Assert.NotNull(archive.GetEntry("PACKAGE.md"));
            Assert.NotNull(archive.GetEntry("icon.png"));
            Assert.DoesNotContain(Repository.Root, text, StringComparison.Ordinal);
        });
    }

    [LinuxFact]
    public void Libraries_include_their_documentation_and_symbols_and_no_native_libraries()
    {
        foreach (var name in new[] { "LiveLandmarks.Abstractions",
            "LiveLandmarks", "LiveLandmarks.Overlays", "LiveLandmarks.Output", "LiveLandmarks.Evaluation", "LiveLandmarks.Web",
            "LiveLandmarks.Training" })
        {
            using var archive = ZipFile.OpenRead(Path.Combine(feed.Packages, $"{name}.{PackedFeed.Version}.nupkg"));
            Assert.NotNull(archive.GetEntry($"lib/net10.0/{name}.xml"));
            Assert.DoesNotContain(archive.Entries, entry => entry.FullName.StartsWith("runtimes/", StringComparison.Ordinal));
            Assert.True(File.Exists(Path.Combine(feed.Packages, $"{name}.{PackedFeed.Version}.snupkg")), name);
        }
    }

    private async Task<string[]> Run(string place)
    {
        File.Copy(feed.Configuration, Path.Combine(place, "nuget.config"));
        await PackedFeed.RunAsync(place, "dotnet", ["build", "-c", "Release", "-o", "out", "--nologo", "-v", "quiet"]);
        return (await PackedFeed.RunAsync(place, Path.Combine(place, "out", Path.GetFileName(place)), [])).Split('\n');
    }
}
