using System.CommandLine;
using System.Globalization;
using LiveLandmarks.Commands;
using LiveLandmarks.Training.Data.Meshes;

namespace LiveLandmarks.Training.Commands;

/// <summary><c>livelandmarks-train annotate</c>.</summary>
internal sealed class AnnotateCommand
{
    private readonly Argument<string> output = new("OUT") { Description = "Folder of the new data set, for --format 300w-pupils" };
    private readonly Option<string[]> pictures = new("--pictures")
    {
        Description = "Folders of JPEG pictures; those with NAME.pts beside NAME.jpg keep their 68 points and teach the map",
        Required = true, AllowMultipleArgumentsPerToken = true, HelpName = "DIR",
    };
    private readonly Option<string> mesh = new("--mesh")
        { Description = "Folder of mesh478.csv and mesh478.i16, whose sets are named as the folders", Required = true, HelpName = "DIR" };
    private readonly NamePatterns test = new("--test", "Measure on the pictures");

    public static Command Create()
    {
        var self = new AnnotateCommand();
        var command = new Command(
            "annotate", "Makes a data set of 68 points and pupils from pictures with the 478 points of MediaPipe's face mesh.")
        {
            self.output, self.pictures, self.mesh,
        };
        self.test.AddTo(command);
        command.SetAction(self.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var folder = parsed.GetRequiredValue(output);
        var annotation = new MeshAnnotation(parsed.GetRequiredValue(pictures), parsed.GetRequiredValue(mesh));
        var files = new CommandFiles().Reads("--pictures", () => annotation.Files).Reads("--mesh", parsed.GetRequiredValue(mesh));
        files.WritesInto("OUT", Path.Combine(folder, "mesh"), "mesh478.csv", "mesh478.i16");
        foreach (var part in new[] { "train", "val" })
            files.WritesInto("OUT", Path.Combine(folder, part), annotation.Files.Select(file => Path.GetFileName(file)));
        files.Check();
        annotation.Write(folder, picture => test.IsGiven(parsed) && test.Match(parsed, picture));
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{annotation.Taught} pictures keep their 68 points, {annotation.Mapped} get them by a map with a mean error of "
                + $"{100 * annotation.Error:0.00} % of the distance between the outer eye corners; {annotation.LeftOut} are not in "
                + $"the mesh and left out"));
        return ExitCode.Done;
    }
}
