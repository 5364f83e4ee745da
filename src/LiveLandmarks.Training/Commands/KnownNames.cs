using System.CommandLine;

namespace LiveLandmarks.Training.Commands;

/// <summary>Names that an option takes where a plain list cannot say them all; another is wrong usage.</summary>
internal static class KnownNames
{
    /// <summary>Refuses other names.</summary>
    /// <param name="option">The option.</param>
    /// <param name="isKnown">Whether a name is taken.</param>
    /// <param name="remedy">Which are, for the message.</param>
    /// <returns>The option.</returns>
    public static Option<T> Known<T>(this Option<T> option, Func<string, bool> isKnown, string remedy)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !isKnown(token.Value))
                result.AddError($"{option.Name} {token.Value} is unknown; use {remedy}.");
        });
        return option;
    }
}
