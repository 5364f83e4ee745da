using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace LiveLandmarks.Commands;

/// <summary>Limits for options with whole numbers. A number outside the limits is wrong usage.</summary>
internal static class NumberLimits
{
    /// <summary>Refuses numbers that are too small.</summary>
    /// <param name="option">The option.</param>
    /// <param name="least">The smallest number allowed.</param>
    /// <param name="multipleOf">The number must be a multiple of this.</param>
    /// <returns>The option.</returns>
    public static Option<T> AtLeast<T>(this Option<T> option, long least, long multipleOf = 1)
    {
        option.Validators.Add(result =>
        {
            if (NumberOf(result) is not { } number)
                return;
            if (number < least)
                result.AddError($"{option.Name} must be at least {least}.");
            else if (number % multipleOf != 0)
                result.AddError($"{option.Name} must be a multiple of {multipleOf}.");
        });
        return option;
    }

    /// <summary>Refuses numbers that are too small or too large.</summary>
    /// <param name="option">The option.</param>
    /// <param name="least">The smallest number allowed.</param>
    /// <param name="most">The largest number allowed.</param>
    /// <returns>The option.</returns>
    public static Option<T> Between<T>(this Option<T> option, long least, long most)
    {
        option.Validators.Add(result =>
        {
            if (NumberOf(result) is { } number && (number < least || number > most))
                result.AddError($"{option.Name} must lie between {least} and {most}.");
        });
        return option;
    }

    /// <summary>The number that was typed; null if the text is not a number, which the parser itself reports.</summary>
    private static long? NumberOf(OptionResult result) =>
        result.Tokens is [var token] && long.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) ? number : null;
}
