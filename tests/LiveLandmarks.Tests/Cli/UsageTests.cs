namespace LiveLandmarks.Tests.Cli;

public class UsageTests
{
    [Fact]
    public async Task Help_lists_the_commands_under_the_program_name()
    {
        var run = await CommandRun.Of("--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("livelandmarks [command]", run.Output, StringComparison.Ordinal);
        foreach (var command in new[] { "video", "image", "live", "serve", "eval", "bench", "models" })
            Assert.Contains($"  {command} ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "bogus")]
    [InlineData("Nothing to write", "video", "in.mp4")]
    [InlineData("--max-faces", "video", "in.mp4", "--json", "out.jsonl", "--max-faces", "0")]
    [InlineData("--fov", "image", "in.png", "--json", "out.jsonl", "--fov", "180")]
    [InlineData("--threads", "bench", "--threads", "-1")]
    [InlineData("'abc'", "bench", "--threads", "abc")]
    [InlineData("'abc'", "live", "--fps", "abc")]
    [InlineData("--frames", "bench", "--frames", "0")]
    [InlineData("--faces", "bench", "--faces", "0")]
    [InlineData("--minutes", "bench", "--minutes", "0")]
    [InlineData("--live", "bench", "--live", "--minutes", "1")]
    [InlineData("'abacus'", "bench", "--device", "abacus")]
    [InlineData("'abacus'", "image", "in.png", "--out", "o", "--draw", "movements", "abacus")]
    [InlineData("eval", "eval")]
    [InlineData("--address", "serve", "--address", "everywhere")]
    [InlineData("--token", "serve", "--token", "short")]
    [InlineData("--certificate", "serve", "--certificate", "c.pem")]
    public async Task Wrong_usage_gives_exit_code_2_and_points_to_the_help(string naming, params string[] arguments)
    {
        var run = await CommandRun.Of(arguments);
        run.ShouldFail(2, naming);
        Assert.Contains("--help'", run.Failures[0], StringComparison.Ordinal);
    }
}
