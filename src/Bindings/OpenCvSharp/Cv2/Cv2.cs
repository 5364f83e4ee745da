using System.Runtime.CompilerServices;

namespace OpenCvSharp;

/// <summary>The functions of OpenCV.</summary>
public static partial class Cv2
{
    /// <summary>As a thickness: fill the shape instead of drawing its outline.</summary>
    public const int FILLED = -1;

    private static void Require(InputArray array, [CallerArgumentExpression(nameof(array))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(array, name);
        array.ThrowIfDisposed();
    }

    private static void Require(OutputArray array, [CallerArgumentExpression(nameof(array))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(array, name);
        array.ThrowIfNotReady();
    }

    private static NativeInput In(InputArray? array) => InputArray.Native(array);
}
