using System.Runtime.InteropServices;

namespace OpenCvSharp;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    public static partial int shim_rodrigues(in NativeInput src, nint dst, nint jacobian);

    [LibraryImport(Library)]
    public static partial int shim_solve_pnp(
        in NativeInput objectPoints, in NativeInput imagePoints, in NativeInput camera, in NativeInput distortion,
        nint rvec, nint tvec, int useGuess, int method);

    [LibraryImport(Library)]
    public static partial int shim_solve_pnp_points(
        Point3f* objectPoints, int objectCount, Point2f* imagePoints, int imageCount, double* camera,
        double* distortion, int distortionCount, double* rvec, double* tvec, int useGuess, int method);

    [LibraryImport(Library)]
    public static partial int shim_project_points(
        in NativeInput objectPoints, in NativeInput rvec, in NativeInput tvec, in NativeInput camera,
        in NativeInput distortion, nint imagePoints, nint jacobian, double aspectRatio);
}
