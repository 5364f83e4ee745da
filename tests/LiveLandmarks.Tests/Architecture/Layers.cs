namespace LiveLandmarks.Tests.Architecture;

/// <summary>The diagram of docs/adr/0017-projects.md as data: which project may refer to which, and the order of each project's
/// namespaces.</summary>
internal static class Layers
{
    /// <summary>
    /// The projects of <c>src</c>, and the folder of sources that both programs compile. Namespaces are in order: each may use those before
    /// it. A name that ends in <c>.*</c> stands for a namespace and all below it, whose parts may use each other.
    /// </summary>
    public static IReadOnlyList<ProjectLayer> All { get; } =
    [
        new("LiveLandmarks.Abstractions", [], ["LiveLandmarks", "LiveLandmarks.Overlays"]),
        new(
            "LiveLandmarks",
            ["LiveLandmarks.Abstractions"],
            [
                "LiveLandmarks.Diagnostics",
                "LiveLandmarks.Platform", "LiveLandmarks.Streams", "LiveLandmarks.Models", "LiveLandmarks.Inference",
                "LiveLandmarks.Ffmpeg",
                "LiveLandmarks.Capture.Pictures",
                "LiveLandmarks.Capture", "LiveLandmarks.Detection", "LiveLandmarks.Landmarks", "LiveLandmarks.Pose",
                "LiveLandmarks.Smoothing",
                "LiveLandmarks.Expression", "LiveLandmarks.Tracking", "LiveLandmarks.Pipeline", "LiveLandmarks", "LiveLandmarks.Hosting",
            ]),
        new(
            "LiveLandmarks.Overlays",
            ["LiveLandmarks"],
            [
                "LiveLandmarks.Overlays.Rendering", "LiveLandmarks.Overlays.Anchoring", "LiveLandmarks.Overlays.Meshes",
                "LiveLandmarks.Overlays.Rasterizing",
                "LiveLandmarks.Overlays.BuiltIn", "LiveLandmarks.Overlays.Hosting", "LiveLandmarks.Overlays",
            ]),
        new("LiveLandmarks.Models", [], []),
        new("LiveLandmarks.Runtime.Linux", [], []),
        new("LiveLandmarks.Runtime.MacOS", [], []),
        new("LiveLandmarks.Runtime.Windows", [], []),
        new("LiveLandmarks.Output", ["LiveLandmarks"], ["LiveLandmarks.Output"]),
        new("LiveLandmarks.Evaluation", ["LiveLandmarks"], ["LiveLandmarks.Evaluation"]),
        new("LiveLandmarks.FaceOnnx", ["LiveLandmarks"], ["LiveLandmarks.FaceOnnx"]),
        new("LiveLandmarks.Web", ["LiveLandmarks", "LiveLandmarks.Output"], ["LiveLandmarks.Web"]),
        new("Commands", ["LiveLandmarks.Evaluation", "LiveLandmarks.Output"], ["LiveLandmarks.Commands"]),
        new("LiveLandmarks.Training",
            ["Commands", "LiveLandmarks", "LiveLandmarks.Evaluation", "LiveLandmarks.Output", "LiveLandmarks.Overlays"],
            [
                "LiveLandmarks.Training.Build", "LiveLandmarks.Training.Import.*", "LiveLandmarks.Training.Losses",
                "LiveLandmarks.Training.Network", "LiveLandmarks.Training.Data.*", "LiveLandmarks.Training.Expressions",
                "LiveLandmarks.Training.Plotting", "LiveLandmarks.Training.Training", "LiveLandmarks.Training.Evaluation",
                "LiveLandmarks.Training.Export.*", "LiveLandmarks.Training.Commands",
            ]),
        new(
            "LiveLandmarks.Cli",
            ["Commands", "LiveLandmarks",
                "LiveLandmarks.Evaluation", "LiveLandmarks.FaceOnnx", "LiveLandmarks.Output", "LiveLandmarks.Overlays",
                "LiveLandmarks.Web"],
            ["LiveLandmarks.Cli.Conditions", "LiveLandmarks.Cli"]),
    ];

    /// <summary>A project and all projects that it reaches through its references.</summary>
    public static IReadOnlySet<string> Reachable(string project)
    {
        HashSet<string> reached = [];
        Visit(project);
        return reached;

        void Visit(string name)
        {
            if (reached.Add(name))
            {
                foreach (var next in All.Single(layer => layer.Project == name).References)
                    Visit(next);
            }
        }
    }
}
