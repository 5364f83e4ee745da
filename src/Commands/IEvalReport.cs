namespace LiveLandmarks.Commands;

/// <summary>The figures of an evaluation.</summary>
internal interface IEvalReport
{
    /// <summary>Prints them.</summary>
    void Print();

    /// <summary>Writes them as JSON.</summary>
    /// <param name="path">The file.</param>
    void WriteJson(string path);
}
