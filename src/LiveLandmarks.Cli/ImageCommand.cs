using System.CommandLine;
using LiveLandmarks.Capture;
using LiveLandmarks.Commands;
using LiveLandmarks.Output;
using LiveLandmarks.Overlays.Rendering;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Tracking;
using OpenCvSharp;

namespace LiveLandmarks.Cli;

/// <summary><c>livelandmarks image</c>: finds the faces in still pictures, each independently of the others.</summary>
internal sealed class ImageCommand
{
    private readonly Argument<string[]> inputs = new("IN")
        { Description = "Pictures, or folders of pictures", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> output = new("--out")
        { Description = "Folder for the pictures with landmarks drawn in, under their own names; formats that cannot be written, such " +
        "as GIF and PGM, become PNG", HelpName = "DIR" };
    private readonly Option<string?> json = new("--json")
        { Description = "Write landmarks, one JSON object per picture; - for standard output", HelpName = "FILE" };
    private readonly RenderArguments render = new();
    private readonly OverlayArguments overlay = new();
    private readonly CameraArguments camera = new();
    private readonly NetworkArguments network = new();

    public static Command Create()
    {
        var self = new ImageCommand();
        var command = new Command("image", "Finds the faces in pictures.") { self.inputs, self.output, self.json };
        self.render.AddTo(command);
        self.overlay.AddTo(command);
        self.camera.AddTo(command);
        self.network.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(self.output) is null && result.GetResult(self.json) is null)
                result.AddError("Nothing to write: give --out, --json or both.");
        });
        command.SetAction(self.Run);
        return command;
    }

    private Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var pictures = new PictureList(parsed.GetRequiredValue(inputs));
        var paths = pictures.Paths;
        var results = ResultNames.Of(paths);
        RequireDistinctFiles(parsed, paths, results);
        using var log = Log.Open(parsed);
        using var locator = network.Open(parsed, log);
        using var blendshapes = network.OpenBlendshapes(parsed);
        using var pool = new FramePool();
        using var lines = parsed.GetValue(json) is { } path ? JsonLinesWriter.Open(path, log.CreateLogger(Log.Output)) : null;
        var renderer = new LandmarkRenderer(render.Read(parsed, overlay.Any(parsed)));
        using var overlays = overlay.Open(parsed, hotReload: false, log);
        var faces = 0;
        var code = ExitCode.Done;

        for (var i = 0; i < paths.Count && !cancellation.IsCancellationRequested; i++)
        {
            try
            {
                using var image = ImageFile.Read(paths[i]);
                using var frame = pool.Lease();
                image.CopyTo(frame.Image);
                frame.Number = i;
                var intrinsics = camera.For(parsed, image);
                var found = locator.Find(image)
                    .Select((face, index) => StillFace.Of(index + 1, face, intrinsics, blendshapes, locator.Network.ShutEyeShare));
                var tracked = new TrackedFrame(frame, [.. found]) 
                {
                    Camera = intrinsics,
                    IsStill = true,
                    Candidates = overlays is { FailsClosed: true }
                        ? locator.FindCandidates(image, new TrackingOptions().CandidateScore)
                        : null,
                };
                faces += tracked.Faces.Count;
                lines?.Write(tracked, paths[i]);
                if (parsed.GetValue(output) is not { } folder)
                    continue;
                overlays?.Draw(tracked, image);
                renderer.Draw(image, tracked.Faces);
                Save(Path.Combine(folder, results[i]), image);
            }
            catch (InputException e) when (paths.Count > 1)
            {
                // One bad picture among many: the others are still processed, and the exit code reports the failure.
                Console.Error.WriteLine($"livelandmarks: {e.Message}");
                code = code == ExitCode.Done ? ExitCode.Input : code;
            }
        }

        Console.Error.WriteLine($"{Counted.Of(paths.Count, "picture")}, {Counted.Of(faces, "face")}");
        pictures.ReportSkipped();
        return Task.FromResult(cancellation.IsCancellationRequested ? ExitCode.Interrupted : code);

        void Save(string file, Mat image)
        {
            try
            {
                PictureFile.Write(file, image);
            }
            catch (OutputException e) when (paths.Count > 1)
            {
                Console.Error.WriteLine($"livelandmarks: {e.Message}");
                code = ExitCode.Output;
            }
        }
    }

    private void RequireDistinctFiles(ParseResult parsed, IReadOnlyList<string> paths, IReadOnlyList<string> results)
    {
        var files = new CommandFiles()
            .Reads("IN", () => paths)
            .Writes("--json", parsed.GetValue(json));
        overlay.Declare(parsed, files);
        network.Declare(parsed, files);
        if (parsed.GetValue(output) is { } folder)
        {
            OutputFile.RequireNoFile(folder);
            foreach (var (path, result) in paths.Zip(results))
                files.Writes($"result of {path}", Path.Combine(folder, result));
        }
        files.Check();
    }
}
