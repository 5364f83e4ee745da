namespace LiveLandmarks.Tests;

/// <summary>A theory that needs a program on the path; skipped with a reason if it is not installed.</summary>
internal sealed class ProgramTheoryAttribute : TheoryAttribute
{
    public ProgramTheoryAttribute(string program) => Skip = ProgramFactAttribute.LackOf(program);
}
