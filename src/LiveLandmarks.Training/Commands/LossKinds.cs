using System.Text.Json;
using LiveLandmarks.Training.Training;

namespace LiveLandmarks.Training.Commands;

/// <summary>The losses by the names that presets use.</summary>
internal static class LossKinds
{
    private static readonly Dictionary<string, LossKind> Kinds = Enum.GetValues<LossKind>()
        .ToDictionary(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));

    /// <summary>All names.</summary>
    public static IReadOnlyCollection<string> Names => Kinds.Keys;

    /// <summary>The loss of one of the <see cref="Names"/>.</summary>
    public static LossKind Of(string name) => Kinds[name];
}
