namespace OpenCvSharp;

/// <summary>A wrong use of the binding itself.</summary>
public class OpenCvSharpException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public OpenCvSharpException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    public OpenCvSharpException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and a cause.</summary>
    public OpenCvSharpException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
