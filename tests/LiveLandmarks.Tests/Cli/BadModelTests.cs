namespace LiveLandmarks.Tests.Cli;

public sealed class BadModelTests : IDisposable
{
    private const string Landmarks = "face-standard";

    private readonly TempFolder folder = new();

    public BadModelTests()
    {
        foreach (var file in Directory.GetFiles(Repository.Models).Where(file => Path.GetExtension(file) is ".json" or ".onnx"))
            File.Copy(file, folder.File(Path.GetFileName(file)));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_models_command_lists_license_and_accuracy_of_each_model()
    {
        var run = await CommandRun.Of("models", "--models", folder.Path);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(Landmarks, run.Output, StringComparison.Ordinal);
        Assert.Contains("license", run.Output, StringComparison.Ordinal);
        Assert.Contains("accuracy", run.Output, StringComparison.Ordinal);
        Assert.Contains("file verified", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_gives_exit_code_5_and_the_models_command_names_it()
    {
        var path = folder.File(Landmarks + ".onnx");
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);

        (await Detect()).ShouldFail(5, Landmarks + ".onnx: SHA-256 is");
        var list = await CommandRun.Of("models", "--models", folder.Path);
        Assert.Equal(5, list.ExitCode);
        Assert.Contains("REFUSED", list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrupt_file_with_the_right_hash_gives_exit_code_5()
    {
        byte[] bytes = [.. "This is no ONNX file, but the manifest vouches for it."u8];
        File.WriteAllBytes(folder.File(Landmarks + ".onnx"), bytes);
        Rewrite("sha256", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        (await Detect()).ShouldFail(5, "not an ONNX file");
    }

    [Fact]
    public async Task A_manifest_with_another_hash_gives_exit_code_5()
    {
        Rewrite("sha256", new string('0', 64));
        (await Detect()).ShouldFail(5, "the manifest says 0000");
    }

    [Fact]
    public async Task A_manifest_with_another_input_name_gives_exit_code_5()
    {
        var path = folder.File(Landmarks + ".json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"name\": \"image\"", "\"name\": \"picture\"", StringComparison.Ordinal));
        (await Detect()).ShouldFail(5, "no input 'picture'");
    }

    [Fact]
    public async Task A_missing_folder_gives_exit_code_5() =>
        (await CommandRun.Of("image", Repository.Media("astronaut.png"), "--json", "-", "--models", folder.File("none")))
            .ShouldFail(5, "no such folder of models");

    [Fact]
    public async Task An_unknown_name_gives_exit_code_5_and_lists_the_known_names() =>
        (await CommandRun.Of("image", Repository.Media("astronaut.png"), "--json", "-", "--model", "nope")).ShouldFail(5, Landmarks);

    [Fact]
    public async Task Auto_reports_the_device_that_it_chose()
    {
        var run = await Detect();
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("device: ", run.Error, StringComparison.Ordinal);
    }

    private Task<CommandRun> Detect() => CommandRun.Of("image", Repository.Media("astronaut.png"), "--json", "-", "--models", folder.Path);

    private void Rewrite(string property, string value)
    {
        var path = folder.File(Landmarks + ".json");
        var manifest = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(path))!;
        manifest[property] = value;
        File.WriteAllText(path, manifest.ToJsonString());
    }
}
