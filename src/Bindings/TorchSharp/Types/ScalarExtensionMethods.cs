namespace TorchSharp;

public static class ScalarExtensionMethods
{
    public static Scalar ToScalar(this byte value) => value;

    public static Scalar ToScalar(this int value) => value;

    public static Scalar ToScalar(this long value) => value;

    public static Scalar ToScalar(this float value) => value;

    public static Scalar ToScalar(this double value) => value;

    public static Scalar ToScalar(this bool value) => value;

    public static float ToSingle(this Scalar value) => (float)value.Number;

    public static double ToDouble(this Scalar value) => value.Number;

    public static byte ToByte(this Scalar value) => (byte)value.Number;

    public static int ToInt32(this Scalar value) => (int)ToInt64(value);

    public static long ToInt64(this Scalar value) =>
        value.Kind == ValueKind.Double ? (long)value.Number : value.Bits;

    public static bool ToBoolean(this Scalar value) => value.Number != 0;
}
