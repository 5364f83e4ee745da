namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>An input to begin with, or what became of it.</summary>
/// <param name="Extension">Its file's, with the dot.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="IsText">Whether it is text, to be changed along its structure.</param>
internal sealed record Seed(string Extension, byte[] Content, bool IsText = false)
{
    public static Seed Text(string extension, string content) => new(extension, System.Text.Encoding.UTF8.GetBytes(content), IsText: true);
}
