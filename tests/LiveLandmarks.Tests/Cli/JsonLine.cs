using System.Text.Json;

namespace LiveLandmarks.Tests.Cli;

/// <summary>Reads the JSON lines that the command writes.</summary>
internal static class JsonLine
{
    public static int Faces(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty("faces").GetArrayLength();
    }
}
