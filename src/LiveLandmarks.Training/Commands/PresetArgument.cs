using System.CommandLine;
using LiveLandmarks.Landmarks;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Commands;

/// <summary>The option that says what to train and how.</summary>
internal sealed class PresetArgument
{
    private readonly Option<string> preset = new("--preset")
    {
        Description = $"What to train and how: {string.Join(", ", TrainingPresets.Names)}, or a JSON file",
        DefaultValueFactory = _ => "cpu-lite",
        HelpName = "NAME",
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Add(preset);

    /// <summary>The options given.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="scheme">The landmarks of the data.</param>
    /// <exception cref="TrainingException">There is no such preset, or the file cannot be used.</exception>
    public TrainingOptions Load(ParseResult parsed, LandmarkScheme scheme)
    {
        var options = TrainingPresets.Load(parsed.GetRequiredValue(preset));
        return options with { Network = options.Network with { Landmarks = scheme.Count } };
    }
}
