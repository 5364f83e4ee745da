namespace LiveLandmarks.Training.Import.Pickle;

/// <summary>Something a pickle may call by name. It makes data; no code of the pickle's choice runs.</summary>
/// <param name="Name">Module and name, as the pickle gives them.</param>
/// <param name="Make">From the arguments to the object; null where the arguments are not as expected.</param>
internal sealed record PickleConstructor(string Name, Func<object?[], object?> Make);
