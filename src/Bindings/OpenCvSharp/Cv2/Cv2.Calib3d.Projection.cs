using System.Runtime.CompilerServices;

namespace OpenCvSharp;

/// <content>Projection of points, and what the functions of the module share.</content>
public static partial class Cv2
{
    /// <summary>Finds where a camera sees points of space.</summary>
    public static void ProjectPoints(
        InputArray objectPoints, InputArray rvec, InputArray tvec, InputArray cameraMatrix, InputArray distCoeffs,
        OutputArray imagePoints, OutputArray? jacobian = null, double aspectRatio = 0)
    {
        Require(objectPoints);
        Require(rvec);
        Require(tvec);
        Require(cameraMatrix);
        Require(imagePoints);
        NativeMethods.Check(NativeMethods.shim_project_points(
            In(objectPoints), In(rvec), In(tvec), In(cameraMatrix), In(distCoeffs), imagePoints.Target,
            jacobian?.Target ?? 0, aspectRatio));
        GC.KeepAlive(objectPoints);
        GC.KeepAlive(rvec);
        GC.KeepAlive(tvec);
        GC.KeepAlive(cameraMatrix);
        GC.KeepAlive(distCoeffs);
        GC.KeepAlive(imagePoints);
        GC.KeepAlive(jacobian);
    }

    /// <summary>Finds where a camera sees points of space, and how that depends on its parameters.</summary>
    public static unsafe void ProjectPoints(
        IEnumerable<Point3f> objectPoints, double[] rvec, double[] tvec, double[,] cameraMatrix, double[] distCoeffs,
        out Point2f[] imagePoints, out double[,] jacobian, double aspectRatio = 0)
    {
        ArgumentNullException.ThrowIfNull(objectPoints);
        RequireVector(rvec);
        RequireVector(tvec);
        RequireCamera(cameraMatrix);
        var space = objectPoints as Point3f[] ?? [.. objectPoints];
        fixed (Point3f* spaceAt = space)
        fixed (double* rvecAt = rvec, tvecAt = tvec, cameraAt = cameraMatrix, distortionAt = distCoeffs)
        {
            using var points = Mat.FromPixelData(space.Length, 1, MatType.CV_32FC3, (nint)spaceAt);
            using var rotation = Mat.FromPixelData(3, 1, MatType.CV_64FC1, (nint)rvecAt);
            using var translation = Mat.FromPixelData(3, 1, MatType.CV_64FC1, (nint)tvecAt);
            using var camera = Mat.FromPixelData(3, 3, MatType.CV_64FC1, (nint)cameraAt);
            using var distortion = distortionAt is null
                ? new Mat()
                : Mat.FromPixelData(distCoeffs.Length, 1, MatType.CV_64FC1, (nint)distortionAt);
            using var result = new Mat();
            using var derivatives = new Mat();
            ProjectPoints(points, rotation, translation, camera, distortion, result, derivatives, aspectRatio);
            imagePoints = new ReadOnlySpan<Point2f>(result.DataPointer, checked((int)result.Total())).ToArray();
            jacobian = ToDoubles(derivatives);
        }
    }

    private static double[,] ToDoubles(Mat mat)
    {
        var values = new double[mat.Rows, mat.Cols];
        for (var row = 0; row < values.GetLength(0); row++)
        {
            for (var column = 0; column < values.GetLength(1); column++)
                values[row, column] = mat.At<double>(row, column);
        }

        return values;
    }

    private static void RequireVector(
        double[] vector, [CallerArgumentExpression(nameof(vector))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(vector, name);
        if (vector.Length != 3)
            throw new ArgumentException("A vector has three numbers.", name);
    }

    private static void RequireCamera(
        double[,] cameraMatrix, [CallerArgumentExpression(nameof(cameraMatrix))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(cameraMatrix, name);
        if (cameraMatrix.GetLength(0) != 3 || cameraMatrix.GetLength(1) != 3)
            throw new ArgumentException("A camera matrix has three rows and three columns.", name);
    }
}
