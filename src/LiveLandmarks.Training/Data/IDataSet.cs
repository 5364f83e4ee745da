namespace LiveLandmarks.Training.Data;

/// <summary>A data set, read from the files that its authors publish.</summary>
public interface IDataSet
{
    /// <summary>Name on the command line, such as <c>wflw</c>.</summary>
    string Name { get; }

    /// <summary>The scheme of its points.</summary>
    LandmarkScheme Scheme { get; }

    /// <summary>Where to get it and how its folder looks; one line for messages.</summary>
    string Layout { get; }

    /// <summary>Reads the annotations; pictures must exist, but are not opened.</summary>
    /// <param name="folder">The data set's folder.</param>
    /// <param name="options">Which part to read, and how to handle bad records.</param>
    /// <returns>At least one face, in the order of the files.</returns>
    /// <exception cref="InputException">The folder is missing or not laid out as expected, nothing usable is in it, or a record is bad and
    /// bad records are fatal.</exception>
    IReadOnlyList<AnnotatedFace> Read(string folder, DataSetOptions options);
}
