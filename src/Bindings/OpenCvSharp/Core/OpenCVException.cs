namespace OpenCvSharp;

/// <summary>An error that OpenCV reported.</summary>
public class OpenCVException : Exception
{
    /// <summary>Creates an exception from the parts of an OpenCV error.</summary>
    public OpenCVException(ErrorCode status, string funcName, string errMsg, string fileName, int line)
        : base(errMsg)
    {
        Status = status;
        FuncName = funcName;
        ErrMsg = errMsg;
        FileName = fileName;
        Line = line;
    }

    /// <summary>Creates an exception without details.</summary>
    public OpenCVException()
    {
    }

    /// <summary>Creates an exception with a message only.</summary>
    public OpenCVException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and a cause.</summary>
    public OpenCVException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The kind of error.</summary>
    public ErrorCode Status { get; set; }

    /// <summary>The OpenCV function that failed.</summary>
    public string FuncName { get; set; } = string.Empty;

    /// <summary>What OpenCV says about the error.</summary>
    public string ErrMsg { get; set; } = string.Empty;

    /// <summary>The OpenCV source file of the failure.</summary>
    public string FileName { get; set; } = string.Empty;

    /// <summary>The line in <see cref="FileName"/>.</summary>
    public int Line { get; set; }
}
