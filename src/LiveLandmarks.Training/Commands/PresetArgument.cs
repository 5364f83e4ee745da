using System.CommandLine;
using LiveLandmarks.Commands;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Commands;

/// <summary>The option that says what to train and how.</summary>
internal sealed class PresetArgument
{
    private readonly Option<string> preset = new Option<string>("--preset")
    {
        Description = $"What to train and how: {string.Join(", ", TrainingPresets.Names)}, or a JSON file",
        DefaultValueFactory = _ => "cpu-lite",
        HelpName = "NAME",
    }.Known(name =>
        name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || TrainingPresets.Names.Contains(name),
        $"{string.Join(", ", TrainingPresets.Names)} or a .json file");

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Add(preset);

    /// <summary>Declares the file that is read.</summary>
    public void Declare(ParseResult parsed, CommandFiles files) => files.Reads("--preset", parsed.GetRequiredValue(preset));

    /// <summary>Loads the chosen options.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="scheme">The landmarks of the data.</param>
    /// <exception cref="TrainingException">The file does not hold training options.</exception>
    public TrainingOptions Load(ParseResult parsed, LandmarkScheme scheme)
    {
        var options = TrainingPresets.Load(parsed.GetRequiredValue(preset));
        return options with { Network = options.Network with { Landmarks = scheme.Count } };
    }
}
