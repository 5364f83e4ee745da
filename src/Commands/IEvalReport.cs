namespace LiveLandmarks.Commands;

/// <summary>The figures of an evaluation.</summary>
internal interface IEvalReport
{
    /// <summary>Prints the figures.</summary>
    void Print();

    /// <summary>Writes the figures as JSON.</summary>
    /// <param name="path">The file.</param>
    void WriteJson(string path);
}
