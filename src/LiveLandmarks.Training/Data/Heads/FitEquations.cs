using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using OpenCvSharp;

namespace LiveLandmarks.Training.Data.Heads;

/// <summary>Linear equations with their expected errors, solved by least squares.</summary>
/// <param name="unknowns">Number of unknowns.</param>
internal sealed class FitEquations(int unknowns)
{
    // Keeps the system solvable if no equation determines an unknown.
    private const float Least = 1e-6f;

    private readonly float[] square = new float[unknowns * unknowns];
    private readonly float[] right = new float[unknowns];
    private readonly float[] scaled = new float[unknowns];

    /// <summary>Adds an equation.</summary>
    /// <param name="factors">One for each unknown.</param>
    /// <param name="value">The expected sum of the factors times the unknowns.</param>
    /// <param name="error">The expected error of the sum.</param>
    public void Add(ReadOnlySpan<float> factors, float value, float error)
    {
        TensorPrimitives.Divide(factors, error, scaled);
        for (var i = 0; i < unknowns; i++)
        {
            var row = square.AsSpan(i * unknowns, i + 1);
            TensorPrimitives.MultiplyAdd(scaled.AsSpan(0, i + 1), scaled[i], row, row);
        }
        TensorPrimitives.MultiplyAdd(scaled, value / error, right, right);
    }

    /// <summary>Adds the expected value of an unknown.</summary>
    public void Prefer(int unknown, float value, float error)
    {
        square[unknown * unknowns + unknown] += 1 / (error * error);
        right[unknown] += value / (error * error);
    }

    /// <summary>The unknowns; null if the equations do not determine them.</summary>
    public float[]? Solve()
    {
        using var matrix = new Mat(unknowns, unknowns, MatType.CV_32FC1);
        using var values = new Mat(unknowns, 1, MatType.CV_32FC1);
        using var solution = new Mat();
        for (var i = 0; i < unknowns; i++)
        {
            square[i * unknowns + i] += Least;
            for (var j = 0; j < i; j++)
                square[j * unknowns + i] = square[i * unknowns + j];
        }
        Marshal.Copy(square, 0, matrix.Data, square.Length);
        Marshal.Copy(right, 0, values.Data, right.Length);
        if (!Cv2.Solve(matrix, values, solution, DecompTypes.Cholesky))
            return null;
        var found = new float[unknowns];
        Marshal.Copy(solution.Data, found, 0, unknowns);
        return Array.TrueForAll(found, float.IsFinite) ? found : null;
    }
}
