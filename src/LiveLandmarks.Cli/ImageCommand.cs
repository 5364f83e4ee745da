using System.CommandLine;
using LiveLandmarks.Capture;
using LiveLandmarks.Output;
using LiveLandmarks.Pipeline;
using LiveLandmarks.Rendering;
using LiveLandmarks.Tracking;

namespace LiveLandmarks.Cli;

/// <summary><c>livelandmarks image</c>: still pictures, each for itself.</summary>
internal sealed class ImageCommand
{
    private readonly Argument<string[]> inputs = new("IN") { Description = "Pictures, or folders of pictures", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> output = new("--out") { Description = "Folder for the pictures with landmarks drawn in", HelpName = "DIR" };
    private readonly Option<string?> json = new("--json") { Description = "Landmarks, one JSON object a picture; - for the standard output", HelpName = "FILE" };
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

    private static IEnumerable<string> Expand(string input) => Directory.Exists(input) ? ImageReader.PicturesIn(input) : [input];

    private Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        string[] paths = [.. parsed.GetRequiredValue(inputs).SelectMany(Expand)];
        using var log = Log.Open(parsed);
        using var locator = network.Open(parsed, log);
        using var pool = new FramePool();
        using var lines = parsed.GetValue(json) is { } path ? JsonLinesWriter.Open(path, log.CreateLogger(Log.Output)) : null;
        var renderer = new LandmarkRenderer(render.Read(parsed, overlay.Any(parsed)));
        using var overlays = overlay.Open(parsed, hotReload: false, log);
        var faces = 0;
        InputException? failure = null;

        for (var i = 0; i < paths.Length && !cancellation.IsCancellationRequested; i++)
        {
            try
            {
                using var image = ImageFile.Read(paths[i]);
                using var frame = pool.Lease();
                image.CopyTo(frame.Image);
                frame.Number = i;
                var intrinsics = camera.For(parsed, image);
                var found = locator.Find(image).Select((face, index) => TrackedFace.InPicture(index + 1, face, intrinsics));
                var tracked = new TrackedFrame(frame, [.. found]) 
                {
                    Camera = intrinsics,
                    IsStill = true,
                    Candidates = overlays is { FailsClosed: true } ? locator.FindCandidates(image, new FaceTrackerOptions().CandidateScore) : null,
                };
                faces += tracked.Faces.Count;
                lines?.Write(tracked, paths[i]);
                if (parsed.GetValue(output) is { } folder)
                {
                    overlays?.Draw(tracked, image);
                    renderer.Draw(image, tracked.Faces);
                    PictureFile.Write(Path.Combine(folder, Path.GetFileName(paths[i])), image);
                }
            }
            catch (InputException e) when (paths.Length > 1)
            {
                // One bad picture among many: the others are still done, and the exit code tells.
                Console.Error.WriteLine($"livelandmarks: {e.Message}");
                failure = e;
            }
        }

        Console.Error.WriteLine($"{paths.Length} pictures, {faces} faces");
        return Task.FromResult(cancellation.IsCancellationRequested ? ExitCode.Interrupted : failure is null ? ExitCode.Done : ExitCode.Input);
    }
}
