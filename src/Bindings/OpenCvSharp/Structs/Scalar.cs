using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>Up to four numbers, one for each channel: a colour, in the order blue, green, red, or a value.</summary>
/// <param name="Val0">The first number.</param>
/// <param name="Val1">The second number.</param>
/// <param name="Val2">The third number.</param>
/// <param name="Val3">The fourth number.</param>
[StructLayout(LayoutKind.Sequential)]
public partial record struct Scalar(double Val0, double Val1, double Val2, double Val3)
{
    /// <summary>The first number.</summary>
    public double Val0 = Val0;

    /// <summary>The second number.</summary>
    public double Val1 = Val1;

    /// <summary>The third number.</summary>
    public double Val2 = Val2;

    /// <summary>The fourth number.</summary>
    public double Val3 = Val3;

    /// <summary>Creates a value from one number; the others are zero.</summary>
    public Scalar(double val0)
        : this(val0, 0, 0, 0)
    {
    }

    /// <summary>Creates a value from three numbers; the last is zero.</summary>
    public Scalar(double val0, double val1, double val2)
        : this(val0, val1, val2, 0)
    {
    }

    /// <summary>The number at an index from 0 to 3.</summary>
    public double this[int i]
    {
        get => i switch
        {
            0 => Val0,
            1 => Val1,
            2 => Val2,
            3 => Val3,
            _ => throw new ArgumentOutOfRangeException(nameof(i)),
        };
        set
        {
            switch (i)
            {
                case 0: Val0 = value; break;
                case 1: Val1 = value; break;
                case 2: Val2 = value; break;
                case 3: Val3 = value; break;
                default: throw new ArgumentOutOfRangeException(nameof(i));
            }
        }
    }

    /// <summary>A colour from red, green and blue.</summary>
    public static Scalar FromRgb(int r, int g, int b) => new(b, g, r);

    /// <summary>The same number for all four.</summary>
    public static Scalar All(double v) => new(v, v, v, v);
}
