using System.CommandLine;
using System.Globalization;
using LiveLandmarks.Commands;
using LiveLandmarks.Models;
using Spectre.Console;

namespace LiveLandmarks.Cli;

/// <summary><c>livelandmarks models</c>: lists the models with license and accuracy.</summary>
internal static class ModelsCommand
{
    public static Command Create()
    {
        var folder = new Option<string?>("--models")
            { Description = "Folder of models [default: the one beside the program]", HelpName = "DIR" };
        var command = new Command("models", "Lists the models with license and accuracy, and checks their files.") { folder };
        command.SetAction(parsed => List(ModelCatalog.Open(parsed.GetValue(folder))));
        return command;
    }

    private static int List(ModelCatalog catalog)
    {
        var refused = 0;
        foreach (var (path, manifest) in catalog.Entries)
        {
            var state = "file verified";
            try
            {
                ModelFile.Open(path);
            }
            catch (ModelException e)
            {
                state = $"REFUSED: {e.Message}";
                refused++;
            }
            Print(manifest, state);
        }
        return refused == 0 ? ExitCode.Done : ExitCode.Model;
    }

    private static void Print(ModelManifest manifest, string state)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        void Row(string name, string value) => grid.AddRow(new Text(name), new Text(value));

        Terminal.Out.MarkupLineInterpolated($"[bold]{manifest.Name}[/]");
        Row("  finds", manifest.Kind == ModelKind.Detector ? "faces" : $"landmarks ({manifest.Scheme})");
        if (manifest.IsDefault)
            Row("  default", "used unless another model is named");
        Row("  size", string.Create(
            CultureInfo.InvariantCulture,
            $"{manifest.ParametersInMillions:0.##} M parameters, input {manifest.Input.Size}x{manifest.Input.Size}"));
        Row("  license", manifest.License);
        Row("  trained on", manifest.TrainingData);
        foreach (var figure in manifest.Accuracy)
            Row("  accuracy", string.Create(CultureInfo.InvariantCulture, $"{figure.Metric} {figure.Value:0.##} ({figure.Test})"));
        Row("  state", state);
        Terminal.Out.Write(grid);
    }
}
