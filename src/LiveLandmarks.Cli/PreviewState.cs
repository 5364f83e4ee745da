using LiveLandmarks.Overlays.Rendering;

namespace LiveLandmarks.Cli;

/// <summary>The settings that the keys of the preview change.</summary>
/// <param name="Render">What is drawn.</param>
/// <param name="Help">Whether the keys are listed on the picture.</param>
/// <param name="Recording">Whether the shown pictures are recorded.</param>
/// <param name="Closed">Whether the preview is to end.</param>
internal sealed record PreviewState(RenderOptions Render, bool Help = false, bool Recording = false, bool Closed = false)
{
    /// <summary>The key that saves the shown picture; it does not change the state.</summary>
    public const int SnapshotKey = 's';

    /// <summary>The key that forgets what was learned about the people's faces; it does not change the state.</summary>
    public const int LearnAnewKey = 'n';

    /// <summary>What the keys do, for the help text and the picture; plain ASCII.</summary>
    public const string Keys = "P points  E edges  B box  I id  A axes  G gaze  M movements  W raw\n"
        + "N learn faces anew  S snapshot  R record  H keys  Q quit";

    private const int EscapeKey = 27;

    /// <summary>The state after a key.</summary>
    /// <param name="key">Its code as OpenCV reports it; keys that are not listed change nothing.</param>
    public PreviewState Press(int key) => key switch
    {
        'p' => this with { Render = Render with { Points = !Render.Points } },
        'e' => this with { Render = Render with { Edges = !Render.Edges } },
        'b' => this with { Render = Render with { Box = !Render.Box } },
        'i' => this with { Render = Render with { Id = !Render.Id } },
        'a' => this with { Render = Render with { Pose = !Render.Pose } },
        'g' => this with { Render = Render with { Gaze = !Render.Gaze } },
        'm' => this with { Render = Render with { Movements = !Render.Movements } },
        'w' => this with { Render = Render with { Raw = !Render.Raw } },
        'h' => this with { Help = !Help },
        'r' => this with { Recording = !Recording },
        'q' or EscapeKey => this with { Closed = true },
        _ => this,
    };
}
