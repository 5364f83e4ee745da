namespace LiveLandmarks.Training.Data;

/// <summary>The checks that all data sets share.</summary>
internal static class DataSetFolder
{
    /// <summary>Throws unless a data set's folder exists.</summary>
    public static void Require(string folder, IDataSet set)
    {
        if (!Directory.Exists(folder))
            throw new InputException($"{folder}: no such folder. {set.Layout}");
    }

    /// <summary>The first of several places that exists.</summary>
    /// <exception cref="InputException">None exists.</exception>
    public static string RequireFile(string folder, IDataSet set, params ReadOnlySpan<string> places)
    {
        Require(folder, set);
        foreach (var place in places)
        {
            var path = Path.Combine(folder, place);
            if (File.Exists(path))
                return path;
        }
        throw new InputException($"{Path.Combine(folder, places[0])}: no such file. {set.Layout}");
    }

    /// <summary>Throws unless there is at least one face.</summary>
    public static IReadOnlyList<AnnotatedFace> RequireFaces(List<AnnotatedFace> faces, string source, IDataSet set, DataSetOptions options)
    {
        if (faces.Count > 0)
            return faces;
        var split = options.Split == DataSplit.Train ? "train" : "test";
        throw options.BadRecords.Count > 0
            ? new InputException($"{source}: the {split} part is empty: all {options.BadRecords.Count} records are bad, the first: " +
                $"{options.BadRecords.Messages[0]}")
            : new InputException($"{source}: the {split} part is empty. {set.Layout}");
    }
}
