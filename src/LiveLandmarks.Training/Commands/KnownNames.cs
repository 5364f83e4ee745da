using System.CommandLine;

namespace LiveLandmarks.Training.Commands;

/// <summary>Checks the value of an option that has no fixed list of values; an unknown value is a usage error.</summary>
internal static class KnownNames
{
    /// <summary>Rejects unknown values.</summary>
    /// <param name="option">The option.</param>
    /// <param name="isKnown">Whether a value is accepted.</param>
    /// <param name="remedy">The accepted values, for the message.</param>
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
