using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace LiveLandmarks.Tests.Samples;

public sealed class VideoFileJobTests : IDisposable
{
    private static readonly string Manifest = Path.Combine(Repository.Root, "samples", "VideoFile", "job.yaml");
    private static readonly string Script = Path.Combine(Repository.Root, "samples", "VideoFile", "job.slurm");

    private readonly VideoFolders folders = new();

    public void Dispose() => folders.Dispose();

    [Fact]
    public async Task A_pod_of_the_manifest_runs_as_the_last_shard()
    {
        folders.AddPlain("a.mp4");
        var job = Documents().Single(document => Text(document, "kind") == "Job");
        var count = int.Parse(Text(job, "spec", "completions"), CultureInfo.InvariantCulture);
        var container = (YamlMappingNode)((YamlSequenceNode)At(job, "spec", "template", "spec", "containers")).Single();
        var environment = ((YamlSequenceNode)At(container, "env"))
            .ToDictionary(entry => Text(entry, "name"), entry => Text(entry, "value"));
        environment["JOB_COMPLETION_INDEX"] = $"{count - 1}";
        var arguments = ((YamlSequenceNode)At(container, "args")).Select(node => ((YamlScalarNode)node).Value!).Select(Local).ToArray();

        var run = await VideoFileRun.With(environment, arguments);

        run.ShouldSucceed();
        Assert.Contains($"shard {count - 1}/{count}:", run.Output, StringComparison.Ordinal);

        string Local(string argument) => argument switch { "/videos" => folders.In, "/landmarks" => folders.Out, _ => argument };
    }

    [Fact]
    public void The_manifest_is_an_indexed_job_on_volume_claims_that_it_defines()
    {
        var documents = Documents();
        var job = documents.Single(document => Text(document, "kind") == "Job");
        Assert.Equal("batch/v1", Text(job, "apiVersion"));
        Assert.Equal("Indexed", Text(job, "spec", "completionMode"));
        // With a limit per index Kubernetes allows only this value.
        Assert.Equal("Never", Text(job, "spec", "template", "spec", "restartPolicy"));
        Assert.InRange(int.Parse(Text(job, "spec", "backoffLimitPerIndex"), CultureInfo.InvariantCulture), 1, 10);

        var pod = At(job, "spec", "template", "spec");
        var container = ((YamlSequenceNode)At(pod, "containers")).Single();
        var rule = ((YamlSequenceNode)At(job, "spec", "podFailurePolicy", "rules")).Single(node => Text(node, "action") == "FailIndex");
        Assert.Equal(Text(container, "name"), Text(rule, "onExitCodes", "containerName"));

        var volumes = ((YamlSequenceNode)At(pod, "volumes"))
            .ToDictionary(node => Text(node, "name"), node => Text(node, "persistentVolumeClaim", "claimName"));
        Assert.Equal(volumes.Keys.Order(), ((YamlSequenceNode)At(container, "volumeMounts")).Select(node => Text(node, "name")).Order());
        Assert.Equal(volumes.Values.Order(),
            documents.Where(document => Text(document, "kind") == "PersistentVolumeClaim")
            .Select(document => Text(document, "metadata", "name")).Order());
    }

    [ProgramFact("bash")]
    public async Task A_task_of_the_array_runs_as_its_shard()
    {
        folders.AddPlain("a.mp4");
        var last = int.Parse(File.ReadLines(
            Script).Single(line => line.StartsWith("#SBATCH --array=0-", StringComparison.Ordinal)).Split('-')[^1],
            CultureInfo.InvariantCulture);
        var environment = new Dictionary<string, string>
        {
            ["VIDEOFILE"] = VideoFileRun.Program,
            ["SLURM_ARRAY_TASK_ID"] = "5",
            ["SLURM_ARRAY_TASK_COUNT"] = $"{last + 1}",
            ["SLURM_ARRAY_TASK_MAX"] = $"{last}",
        };
        using var process = VideoFileRun.Start("bash", environment, Script, folders.In, folders.Out, "--device", "cpu");

        var run = await CommandRun.EndOf(process);

        run.ShouldSucceed();
        Assert.Contains($"shard 5/{last + 1}:", run.Output, StringComparison.Ordinal);
    }

    [ProgramFact("bash")]
    public async Task The_script_without_folders_prints_its_usage()
    {
        using var process = VideoFileRun.Start("bash", [], Script, folders.In);
        var run = await CommandRun.EndOf(process);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("usage:", Assert.Single(run.Complaints()), StringComparison.Ordinal);
    }

    [ProgramFact("shellcheck")]
    public async Task Shellcheck_finds_nothing() => Assert.Empty(await Tool.RunAsync("shellcheck", Script));

    private static YamlNode[] Documents()
    {
        using var reader = File.OpenText(Manifest);
        var stream = new YamlStream();
        stream.Load(reader);
        return [.. stream.Documents.Select(document => document.RootNode)];
    }

    private static YamlNode At(YamlNode node, params string[] path) => path.Aggregate(node, (at, key) => at[key]);

    private static string Text(YamlNode node, params string[] path) => ((YamlScalarNode)At(node, path)).Value!;
}
