using System.Text.Json.Nodes;
using Json.Schema;
using LiveLandmarks.Tests.Clips;

namespace LiveLandmarks.Tests.Output;

/// <summary>The published schema of the JSON lines fits what the command writes, checked by another program's validator.</summary>
public class JsonSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromFile(Path.Combine(Repository.Root, "docs", "json-lines.schema.json"));

    [ProgramFact("ffmpeg")]
    public async Task Lines_of_pictures_and_clips_fit_the_schema()
    {
        using var folder = new TempFolder();
        await CommandRun.Of("image", Repository.Media("astronaut.png"), "--json", folder.File("image.jsonl"));
        await CommandRun.Of("video", await ShortClip.Of(folder, "two-faces.mp4", 40), "--json", folder.File("video.jsonl"));
        string[] lines = [.. File.ReadLines(folder.File("image.jsonl")), .. File.ReadLines(folder.File("video.jsonl"))];
        Assert.Equal(41, lines.Length);
        Assert.All(lines, line => Assert.True(Fits(JsonNode.Parse(line)!), line));
    }

    [Theory]
    [InlineData("pose")]
    [InlineData("blendshapes")]
    [InlineData("raw")]
    public async Task A_face_without_a_field_does_not_fit(string field)
    {
        using var folder = new TempFolder();
        await CommandRun.Of("image", Repository.Media("astronaut.png"), "--json", folder.File("image.jsonl"));
        var line = JsonNode.Parse(File.ReadAllText(folder.File("image.jsonl")))!;
        Assert.True(Fits(line));
        line["faces"]![0]!.AsObject().Remove(field);
        Assert.False(Fits(line));
    }

    private static bool Fits(JsonNode line) => Schema.Evaluate(System.Text.Json.JsonSerializer.SerializeToElement(line)).IsValid;
}
