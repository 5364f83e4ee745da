using System.Text.Json;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Commands;

/// <summary>The losses by the names that presets use.</summary>
internal static class LossKinds
{
    /// <summary>Finds a loss by name.</summary>
    /// <exception cref="TrainingException">There is none of that name.</exception>
    public static LossKind Parse(string name)
    {
        foreach (var kind in Enum.GetValues<LossKind>())
        {
            if (JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()) == name)
                return kind;
        }
        throw new TrainingException($"--loss {name}: unknown; use a-wing, wing, mse, l1, l2 or smooth-l1.");
    }
}
