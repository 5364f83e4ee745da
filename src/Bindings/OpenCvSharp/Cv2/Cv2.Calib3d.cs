namespace OpenCvSharp;

/// <content>Poses and projections.</content>
public static partial class Cv2
{
    /// <summary>Turns a rotation vector into a matrix, or a matrix into a vector.</summary>
    public static void Rodrigues(InputArray src, OutputArray dst, OutputArray? jacobian = null)
    {
        Require(src);
        Require(dst);
        NativeMethods.Check(NativeMethods.shim_rodrigues(In(src), dst.Target, jacobian?.Target ?? 0));
        GC.KeepAlive(src);
        dst.Fix();
        jacobian?.Fix();
    }

    /// <summary>Turns a rotation vector into a matrix.</summary>
    public static unsafe void Rodrigues(double[] vector, out double[,] matrix, out double[,] jacobian)
    {
        ArgumentNullException.ThrowIfNull(vector);
        if (vector.Length != 3)
            throw new ArgumentException("A rotation vector has three numbers.", nameof(vector));
        fixed (double* data = vector)
        {
            using var source = Mat.FromPixelData(3, 1, MatType.CV_64FC1, (nint)data);
            using var result = new Mat();
            using var derivatives = new Mat();
            Rodrigues(source, result, derivatives);
            matrix = ToDoubles(result);
            jacobian = ToDoubles(derivatives);
        }
    }

    /// <summary>Turns a rotation matrix into a vector.</summary>
    public static unsafe void Rodrigues(double[,] matrix, out double[] vector, out double[,] jacobian)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.GetLength(0) != 3 || matrix.GetLength(1) != 3)
            throw new ArgumentException("A rotation matrix has three rows and three columns.", nameof(matrix));
        fixed (double* data = matrix)
        {
            using var source = Mat.FromPixelData(3, 3, MatType.CV_64FC1, (nint)data);
            using var result = new Mat();
            using var derivatives = new Mat();
            Rodrigues(source, result, derivatives);
            vector = [.. ToDoubles(result).Cast<double>()];
            jacobian = ToDoubles(derivatives);
        }
    }

    /// <summary>Finds the pose in which a camera sees points of space at points of the image.</summary>
    public static void SolvePnP(
        InputArray objectPoints, InputArray imagePoints, InputArray cameraMatrix, InputArray distCoeffs,
        OutputArray rvec, OutputArray tvec, bool useExtrinsicGuess = false,
        SolvePnPMethod flags = SolvePnPMethod.Iterative)
    {
        Require(objectPoints);
        Require(imagePoints);
        Require(cameraMatrix);
        Require(distCoeffs);
        Require(rvec);
        Require(tvec);
        NativeMethods.Check(NativeMethods.shim_solve_pnp(
            In(objectPoints), In(imagePoints), In(cameraMatrix), In(distCoeffs), rvec.Target, tvec.Target,
            useExtrinsicGuess ? 1 : 0, (int)flags));
        GC.KeepAlive(objectPoints);
        GC.KeepAlive(imagePoints);
        GC.KeepAlive(cameraMatrix);
        GC.KeepAlive(distCoeffs);
        rvec.Fix();
        tvec.Fix();
    }

    /// <summary>
    /// Finds the pose in which a camera sees points of space at points of the image. The vectors are
    /// the first guess where one is to be used, and replaced otherwise.
    /// </summary>
    public static unsafe void SolvePnP(
        IEnumerable<Point3f> objectPoints, IEnumerable<Point2f> imagePoints, double[,] cameraMatrix,
        IEnumerable<double>? distCoeffs, ref double[] rvec, ref double[] tvec, bool useExtrinsicGuess = false,
        SolvePnPMethod flags = SolvePnPMethod.Iterative)
    {
        ArgumentNullException.ThrowIfNull(objectPoints);
        ArgumentNullException.ThrowIfNull(imagePoints);
        RequireCamera(cameraMatrix);
        var space = objectPoints as Point3f[] ?? [.. objectPoints];
        var plane = imagePoints as Point2f[] ?? [.. imagePoints];
        var distortion = distCoeffs as double[] ?? distCoeffs?.ToArray();
        if (useExtrinsicGuess)
        {
            RequireVector(rvec);
            RequireVector(tvec);
        }
        else
        {
            rvec = new double[3];
            tvec = new double[3];
        }

        fixed (Point3f* spaceAt = space)
        fixed (Point2f* planeAt = plane)
        fixed (double* cameraAt = cameraMatrix, distortionAt = distortion, rvecAt = rvec, tvecAt = tvec)
        {
            NativeMethods.Check(NativeMethods.shim_solve_pnp_points(
                spaceAt, space.Length, planeAt, plane.Length, cameraAt, distortionAt, distortion?.Length ?? 0, rvecAt,
                tvecAt, useExtrinsicGuess ? 1 : 0, (int)flags));
        }
    }
}
