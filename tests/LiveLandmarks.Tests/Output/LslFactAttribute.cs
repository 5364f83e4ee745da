using LiveLandmarks.Output;

namespace LiveLandmarks.Tests.Output;

/// <summary>A test that needs liblsl, which no package of this project brings; skipped with a reason if it is missing.</summary>
internal sealed class LslFactAttribute : FactAttribute
{
    public LslFactAttribute() => Skip = IsThere() ? null : $"liblsl is not installed, and {LslLibrary.PathVariable} names no file.";

    public static bool IsThere()
    {
        try
        {
            LslLibrary.Require();
            return true;
        }
        catch (OutputException)
        {
            return false;
        }
    }
}
