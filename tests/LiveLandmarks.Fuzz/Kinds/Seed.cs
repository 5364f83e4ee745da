namespace LiveLandmarks.Fuzz.Kinds;

/// <summary>An input: a valid one to start from, or a mutated one.</summary>
/// <param name="Extension">The extension of its file, with the dot.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="IsText">Whether it is text, which is then mutated by its structure.</param>
internal sealed record Seed(string Extension, byte[] Content, bool IsText = false)
{
    public static Seed Text(string extension, string content) => new(extension, System.Text.Encoding.UTF8.GetBytes(content), IsText: true);
}
