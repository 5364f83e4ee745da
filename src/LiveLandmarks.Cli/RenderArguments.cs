using System.CommandLine;
using LiveLandmarks.Overlays.Rendering;

namespace LiveLandmarks.Cli;

/// <summary>The option for what is drawn.</summary>
internal sealed class RenderArguments
{
    private static readonly string[] Names = ["points", "edges", "box", "id", "pose", "gaze", "movements"];

    private readonly Option<string[]> draw = new Option<string[]>("--draw")
    {
        Description = "What to draw: points, edges, box, id, pose, gaze, movements; with --overlay, nothing unless given",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => ["points", "edges", "id"],
    }.AcceptOnlyFromAmong(Names);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command) => command.Add(draw);

    /// <summary>The options given.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="withOverlays">Whether overlays draw too; then nothing else is drawn unless requested.</param>
    public RenderOptions Read(ParseResult parsed, bool withOverlays = false)
    {
        string[] wanted = withOverlays && parsed.GetResult(draw) is not { Implicit: false } ? [] : parsed.GetRequiredValue(draw);
        return new RenderOptions
        {
            Points = wanted.Contains("points"),
            Edges = wanted.Contains("edges"),
            Box = wanted.Contains("box"),
            Id = wanted.Contains("id"),
            Pose = wanted.Contains("pose"),
            Gaze = wanted.Contains("gaze"),
            Movements = wanted.Contains("movements"),
        };
    }
}
