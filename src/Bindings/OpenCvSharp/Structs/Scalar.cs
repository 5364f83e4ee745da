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

    /// <summary>Creates a value from two numbers; the others are zero.</summary>
    public Scalar(double val0, double val1)
        : this(val0, val1, 0, 0)
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

    /// <summary>The first number.</summary>
    public static explicit operator double(Scalar self) => self.ToDouble();

    /// <summary>One number; the others are zero.</summary>
    public static explicit operator Scalar(double val) => FromDouble(val);

    /// <summary>The three items; the last number is zero.</summary>
    public static explicit operator Scalar(Vec3b v) => FromVec3b(v);

    /// <summary>The two coordinates; the other numbers are zero.</summary>
    public static explicit operator Scalar(Point p) => FromPoint(p);

    /// <summary>A colour from red, green and blue.</summary>
    public static Scalar FromRgb(int r, int g, int b) => new(b, g, r);

    /// <summary>The same number for all four.</summary>
    public static Scalar All(double v) => new(v, v, v, v);

    /// <summary>One number; the others are zero.</summary>
    public static Scalar FromDouble(double val) => new(val);

    /// <summary>The three items; the last number is zero.</summary>
    public static Scalar FromVec3b(Vec3b v) => new(v.Item0, v.Item1, v.Item2);

    /// <summary>The two coordinates; the other numbers are zero.</summary>
    public static Scalar FromPoint(Point p) => new(p.X, p.Y);

    /// <summary>The first number.</summary>
    public readonly double ToDouble() => Val0;

    /// <summary>The first three numbers as bytes, their fractions cut off.</summary>
    public readonly Vec3b ToVec3b() => new((byte)Val0, (byte)Val1, (byte)Val2);

    /// <summary>The product number by number, scaled.</summary>
    public readonly Scalar Mul(Scalar it, double scale) =>
        new(Val0 * it.Val0 * scale, Val1 * it.Val1 * scale, Val2 * it.Val2 * scale, Val3 * it.Val3 * scale);

    /// <summary>The product number by number.</summary>
    public readonly Scalar Mul(Scalar it) => Mul(it, 1);

    /// <summary>The conjugate of the numbers taken as a quaternion.</summary>
    public readonly Scalar Conj() => new(Val0, -Val1, -Val2, -Val3);

    /// <summary>Whether all numbers but the first are zero.</summary>
    public readonly bool IsReal() => Val1 == 0 && Val2 == 0 && Val3 == 0;
}
