namespace LiveLandmarks.Tests;

/// <summary>The program that this project's tests run.</summary>
internal static class ProgramUnderTest
{
    /// <summary>The file name, without extension.</summary>
    public const string File = "LiveLandmarks.Training";

    /// <summary>The name at the start of every line that reports a failure.</summary>
    public const string Name = "livelandmarks-train";
}
