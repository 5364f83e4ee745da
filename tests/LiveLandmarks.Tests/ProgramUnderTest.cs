namespace LiveLandmarks.Tests;

/// <summary>The program that this project's tests run.</summary>
internal static class ProgramUnderTest
{
    /// <summary>File name of the program, without extension.</summary>
    public const string File = "LiveLandmarks.Cli";

    /// <summary>Name of the program, the prefix of its error lines.</summary>
    public const string Name = "livelandmarks";
}
