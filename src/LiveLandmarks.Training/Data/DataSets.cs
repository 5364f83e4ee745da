namespace LiveLandmarks.Training.Data;

/// <summary>The data sets known to this version.</summary>
public static class DataSets
{
    /// <summary>All data sets.</summary>
    public static IReadOnlyList<IDataSet> All { get; } =
        [new Faces300WDataSet(), new Faces300WDataSet(pupils: true), new WflwDataSet(), new CofwDataSet(), new AflwDataSet()];

    /// <summary>Finds a data set by name; null if there is none.</summary>
    /// <param name="name">The name, such as <c>wflw</c>.</param>
    public static IDataSet? Find(string name) => All.FirstOrDefault(set => set.Name == name);
}
