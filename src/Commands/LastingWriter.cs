using System.Text;

namespace LiveLandmarks.Commands;

/// <summary>Messages to a terminal, which are lost, and nothing else, when the terminal is closed. Thread-safe if the other writer
/// is.</summary>
/// <param name="writer">Where they go; not disposed.</param>
internal sealed class LastingWriter(TextWriter writer) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => writer.Encoding;

    /// <summary>Lets the process's messages outlast its terminal.</summary>
    public static void Install()
    {
        Console.SetOut(new LastingWriter(Console.Out));
        Console.SetError(new LastingWriter(Console.Error));
    }

    /// <inheritdoc/>
    public override void Write(char value) => Try(() => writer.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Try(() => writer.Write(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Try(() => writer.Write(value));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Try(() => writer.WriteLine(value));

    /// <inheritdoc/>
    public override void Flush() => Try(writer.Flush);

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (IOException)
        {
            // The terminal is gone.
        }
    }
}
