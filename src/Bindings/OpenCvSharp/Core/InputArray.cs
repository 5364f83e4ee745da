namespace OpenCvSharp;

/// <summary>
/// An argument that OpenCV only reads: a matrix, four numbers or one number. It is a plain wrapper
/// without native memory of its own.
/// </summary>
public class InputArray : CvObject
{
    private readonly object? _source;

    internal InputArray(Mat? mat)
    {
        mat?.ThrowIfDisposed();
        _source = mat;
    }

    internal InputArray(Scalar val) => _source = val;

    internal InputArray(double val) => _source = val;

    /// <summary>The wrapped matrix's address; zero where a number is wrapped.</summary>
    private protected override nint NativePointer => (_source as Mat)?.CvPtr ?? 0;

    /// <summary>Wraps a matrix.</summary>
    public static InputArray Create(Mat mat) => new(mat);

    /// <summary>Wraps four numbers.</summary>
    public static InputArray Create(Scalar val) => new(val);

    /// <summary>Wraps a number.</summary>
    public static InputArray Create(double val) => new(val);

    /// <summary>Wraps a matrix.</summary>
    public static implicit operator InputArray(Mat mat) => Create(mat);

    /// <summary>Wraps four numbers.</summary>
    public static implicit operator InputArray(Scalar val) => Create(val);

    /// <summary>Wraps a number.</summary>
    public static implicit operator InputArray(double val) => Create(val);

    /// <summary>The native form of an argument; null stands for "no array".</summary>
    internal static NativeInput Native(InputArray? array) => array?._source switch
    {
        Mat mat => new NativeInput(mat.Handle),
        Scalar values => new NativeInput(values),
        double number => new NativeInput(number),
        _ => default,
    };
}
