namespace TorchSharp.Modules;

/// <summary>Checks what an optimizer is made with.</summary>
internal static class Require
{
    public static void NotNegative(params ReadOnlySpan<(double Value, string Name)> numbers)
    {
        foreach (var (value, name) in numbers)
            if (value < 0)
                throw new ArgumentException($"Invalid {name}: {value}");
    }

    public static void Fraction(params ReadOnlySpan<(double Value, string Name)> numbers)
    {
        foreach (var (value, name) in numbers)
            if (value is < 0 or >= 1)
                throw new ArgumentException($"Invalid {name}: {value}");
    }

    public static void Off(params ReadOnlySpan<(bool Value, string Name)> variants)
    {
        foreach (var (value, name) in variants)
            if (value)
                throw new NotSupportedException($"The binding has no {name}.");
    }
}
