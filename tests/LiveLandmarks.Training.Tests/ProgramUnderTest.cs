namespace LiveLandmarks.Tests;

/// <summary>The program that this project's tests run.</summary>
internal static class ProgramUnderTest
{
    /// <summary>Its file, without extension.</summary>
    public const string File = "LiveLandmarks.Training";

    /// <summary>Its name, which begins the lines that report failures.</summary>
    public const string Name = "livelandmarks-train";
}
