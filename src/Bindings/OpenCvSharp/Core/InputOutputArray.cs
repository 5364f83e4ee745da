namespace OpenCvSharp;

/// <summary>A matrix that OpenCV reads and changes in place.</summary>
public class InputOutputArray : OutputArray
{
    internal InputOutputArray(Mat mat)
        : base(mat)
    {
    }

    /// <summary>Wraps a matrix.</summary>
    public static implicit operator InputOutputArray(Mat mat) => new(mat);
}
