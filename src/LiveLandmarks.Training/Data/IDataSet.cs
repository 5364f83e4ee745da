namespace LiveLandmarks.Training.Data;

/// <summary>A data set in the files that its authors publish.</summary>
public interface IDataSet
{
    /// <summary>Name as the command line spells it, such as <c>wflw</c>.</summary>
    string Name { get; }

    /// <summary>What its points mean.</summary>
    LandmarkScheme Scheme { get; }

    /// <summary>Where to get it and how its folder looks; one line for messages.</summary>
    string Layout { get; }

    /// <summary>Reads the annotations; pictures are looked for and not opened.</summary>
    /// <param name="folder">The data set's folder.</param>
    /// <param name="options">Which part, and what becomes of bad records.</param>
    /// <returns>At least one face, in the order of the files.</returns>
    /// <exception cref="InputException">The folder is missing or not laid out as expected, nothing usable is in it, or a record is bad and
    /// that is fatal.</exception>
    IReadOnlyList<AnnotatedFace> Read(string folder, DataSetOptions options);
}
